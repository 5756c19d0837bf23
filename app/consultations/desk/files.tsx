import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { checkFiles } from '~/files/sniff.server'
import { Button, LinkButton } from '~/ui/button'
import { ActionBar } from '~/ui/action-bar'
import { EmptyState } from '~/ui/empty-state'
import { FileField } from '~/ui/file-field'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { UserText } from '~/ui/quote'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { filesForm } from '../forms'
import { Refusal, type Refused } from '../parts/refusal'
import { fileSize } from '../parts/notice'
import { filesOf, type AttachedFile } from '../reads.server'
import { FILES_MOST, mayEdit } from '../rules'
import { attachFiles } from '../writes.server'
import { atDesk } from '../desk-access.server'
import { deskTrail } from '../parts/trail'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id)
  return { id: c.id, title: c.title, lang: c.lang, files: await filesOf(c.id), editable: mayEdit(viewer, c).ok }
}

type Result = { state?: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const form = await readForm(request, filesForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const checked = await checkFiles(form.value.files.slice(0, FILES_MOST + 1))
  if (!checked.ok) return unprocessable<Result>({ state: { values: {}, errors: { files: `consultations:error.file.${checked.why}` } } })
  const attached = await attachFiles(viewer, c.id, checked.files)
  return attached.ok ? redirectTo(`/desk/consultations/${c.id}/files`) : conflict<Result>({ refused: attached })
}

export default function Files() {
  const { t } = useTranslation(['consultations', 'web'])
  const { id, title, lang, files, editable } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('task.files')}
      caption={<UserText lang={lang}>{title}</UserText>}
      errors={errors}
      trail={deskTrail(t, { id, title, lang })}
      lead={t('files.lead')}
    >
      <Refusal refused={result?.refused} />
      {files.length === 0 ? <EmptyState title={t('files.none')} /> : <Attached />}
      {editable && files.length < FILES_MOST ? (
        <Section title={t('files.add')}>
          <form method="post" encType="multipart/form-data" action={address(`/desk/consultations/${id}/files`)} className="form">
            <FileField
              name="files"
              label={t('files.choose')}
              hint={t('files.hint', { most: FILES_MOST - files.length })}
              accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt"
              multiple
              error={errors.of('files')}
            />
            <Button>{t('files.upload')}</Button>
          </form>
        </Section>
      ) : null}
      <ActionBar>
        <LinkButton href={address(`/desk/consultations/${id}`)} variant="secondary">
          {t('desk.back')}
        </LinkButton>
      </ActionBar>
    </Page>
  )
}

function Attached() {
  const { t } = useTranslation(['consultations', 'web'])
  const { id, files, editable } = useLoaderData<typeof loader>()
  const at = (file: AttachedFile) => `/desk/consultations/${id}/files/${file.id}`
  const columns = [
    {
      header: t('files.name'),
      rowHeader: true,
      cell: (file: AttachedFile) => (
        <a href={address(at(file))} download>
          <bdi>{file.name}</bdi>
        </a>
      ),
    },
    { header: t('files.size'), numeric: true, cell: (file: AttachedFile) => fileSize(file.size) },
  ]
  const removal = {
    header: t('files.remove'),
    cell: (file: AttachedFile) => (
      <form method="post" action={address(`${at(file)}/removal`)}>
        <Button variant="warning" small>
          {t('files.remove')}
          <VisuallyHidden>
            {t('web:colon')}
            {file.name}
          </VisuallyHidden>
        </Button>
      </form>
    ),
  }
  return (
    <Table
      caption={t('files.title')}
      captionHidden
      rows={files}
      rowKey={(file) => file.id}
      columns={editable ? [...columns, removal] : columns}
    />
  )
}
