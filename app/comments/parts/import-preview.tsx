import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { KeyFigures } from '~/ui/key-figures'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { IMPORT_MAX } from '../importing/limits'
import { ImportForm } from './import-form'
import type { ShownPreview } from '../importing/shown'
import { COMMENT_MAX, NAME_MAX, REPLACEMENT_MAX } from '../rules'

type Props = { id: number; preview: ShownPreview; text: string; digest: string; channel: string }

// Longer than this it was a file, and is better corrected there.
const EDITABLE = 100_000

/** What the file holds, or what is wrong with it, line by line. The text itself travels on in the form. */
export function ImportPreview({ id, preview, text, digest, channel }: Props) {
  const { t } = useTranslation('comments')
  const sound = preview.faultCount === 0 && preview.count > 0
  return (
    <>
      <Figures preview={preview} />
      {preview.ignored.length > 0 ? <p className="hint">{t('desk.import.ignored', { columns: preview.ignored.join(', ') })}</p> : null}
      {preview.faultCount > 0 ? <Faults preview={preview} /> : null}
      {preview.count === 0 && preview.faultCount === 0 ? <Notification tone="warning" title={t('desk.import.none')} announce /> : null}
      {sound ? (
        <>
          <Sample preview={preview} />
          <Confirm id={id} count={preview.count} fields={{ text, digest, channel }} />
        </>
      ) : (
        <ImportForm id={id} values={{ channel, text: text.length > EDITABLE ? '' : text }} errors={{ of: () => undefined, list: [] }} />
      )}
    </>
  )
}

function Confirm({ id, count, fields }: { id: number; count: number; fields: Record<string, string> }) {
  const { t } = useTranslation('comments')
  const here = `/desk/consultations/${id}/comments/import`
  return (
    <form method="post" encType="multipart/form-data" action={address(`${here}/confirmation`)}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ActionBar>
        <Button>{t('desk.import.do', { count })}</Button>
        <LinkButton variant="secondary" href={address(here)}>
          {t('desk.import.again')}
        </LinkButton>
      </ActionBar>
    </form>
  )
}

function Figures({ preview }: { preview: ShownPreview }) {
  const { t } = useTranslation('comments')
  const figures = [{ label: t('desk.import.good'), value: preview.count }]
  if (preview.faultCount > 0) figures.push({ label: t('desk.import.bad'), value: preview.faultCount })
  else figures.push({ label: t('desk.import.people'), value: preview.people }, { label: t('desk.import.whole'), value: preview.whole })
  if (preview.late > 0) figures.push({ label: t('desk.import.late'), value: preview.late })
  if (preview.early > 0) figures.push({ label: t('desk.import.early'), value: preview.early })
  return <KeyFigures items={figures} />
}

function Faults({ preview }: { preview: ShownPreview }) {
  const { t } = useTranslation('comments')
  const most = {
    'content-long': COMMENT_MAX,
    'replacement-long': REPLACEMENT_MAX,
    'author-long': NAME_MAX * 2,
    'too-many': IMPORT_MAX,
  } as Record<string, number>
  return (
    <>
      <Notification tone="warning" title={t('desk.import.bad-text')} announce />
      <Table
        caption={t('desk.import.bad')}
        columns={[
          { header: t('desk.import.line'), cell: (fault) => fault.line, numeric: true, rowHeader: true },
          {
            header: t('desk.import.why'),
            cell: (fault) => <bdi>{t(`desk.import.fault.${fault.why}`, { value: fault.value, max: most[fault.why] })}</bdi>,
          },
        ]}
        rows={preview.faults}
        rowKey={(_, index) => index}
      />
    </>
  )
}

function Sample({ preview }: { preview: ShownPreview }) {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  return (
    <>
      <Table
        caption={t('desk.import.sample')}
        columns={[
          { header: t('desk.import.line'), cell: (row) => row.row, numeric: true, rowHeader: true },
          {
            header: t('desk.import.table.article'),
            cell: (row) => (row.article === null ? t('new.whole') : <UserText>{row.article}</UserText>),
          },
          { header: t('desk.import.table.author'), cell: (row) => (row.author ? <UserText>{row.author}</UserText> : t('list.unnamed')) },
          { header: t('desk.import.table.channel'), cell: (row) => t(`channel.${row.channel}`) },
          { header: t('desk.import.table.date'), cell: (row) => showMinute(new Date(row.receivedAt), lang, county.zone) },
          { header: t('desk.import.table.content'), cell: (row) => <UserText>{row.body}</UserText> },
        ]}
        rows={preview.listed}
        rowKey={(row) => row.row}
      />
      {preview.count > preview.listed.length ? (
        <p className="hint">{t('desk.import.more', { count: preview.count - preview.listed.length })}</p>
      ) : null}
    </>
  )
}
