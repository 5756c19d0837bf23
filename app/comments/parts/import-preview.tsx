import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { KeyFigures } from '~/ui/key-figures'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { ShownPreview } from '../importing/shown'
import { ImportFaults } from './import-faults'
import { ImportForm, type ImportedInto } from './import-form'
import { ImportSample } from './import-sample'
import { importedNameMode } from '../rules'

type Props = { on: ImportedInto; preview: ShownPreview; text: string; digest: string; channel: string; names: boolean }

// Longer than this it was a file, and is better corrected there.
const EDITABLE = 100_000

/** What the file holds, or what is wrong with it, line by line. The text itself travels on in the form. */
export function ImportPreview({ on, preview, text, digest, channel, names }: Props) {
  const { t } = useTranslation('comments')
  const faulty = preview.faults.length > 0
  const fields = { text, digest, channel, ...(names ? { names: 'as-given' } : {}) }
  return (
    <>
      <Figures preview={preview} />
      {preview.ignored.length > 0 ? <Ignored preview={preview} /> : null}
      {faulty ? <ImportFaults faults={preview.faults} /> : null}
      {preview.count === 0 && !faulty ? <Notification tone="warning" title={t('desk.import.none')} announce /> : null}
      {!faulty && preview.count > 0 ? (
        <>
          <ImportSample preview={preview} />
          <p>{t('desk.import.names', { mode: t(`desk.entry.name-mode.${importedNameMode(on.nameMode, names)}`) })}</p>
          <Confirm id={on.id} count={preview.count} fields={fields} />
        </>
      ) : (
        <ImportForm on={on} values={{ ...fields, text: text.length > EDITABLE ? '' : text }} errors={{ of: () => undefined, list: [] }} />
      )}
    </>
  )
}

function Ignored({ preview: { ignored, ignoredCount } }: { preview: ShownPreview }) {
  const { t } = useTranslation('comments')
  const columns = ignored.join('、') + (ignoredCount > ignored.length ? '…' : '')
  return <p className="hint">{t('desk.import.ignored', { columns })}</p>
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
  if (preview.badRows > 0) figures.push({ label: t('desk.import.bad'), value: preview.badRows })
  if (preview.faults.length === 0)
    figures.push({ label: t('desk.import.people'), value: preview.people }, { label: t('desk.import.whole'), value: preview.whole })
  if (preview.late > 0) figures.push({ label: t('desk.import.late'), value: preview.late })
  return <KeyFigures items={figures} />
}
