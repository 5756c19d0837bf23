import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { clerkAt } from '../at-desk.server'
import { importForm } from '../forms'
import { factsFor } from '../importing/facts.server'
import { previewImport } from '../importing/preview'
import { digestOf, sourceOf } from '../importing/source.server'
import { clerkTrail } from '../parts/desk-trail'
import { importComments } from '../import-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c, why } = await clerkAt(context, params.id)
  return { id: c.id, title: c.title, lang: c.lang, why }
}

/** The previewed text comes back with its digest and is read once more: what was shown is what is written. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, c } = await clerkAt(context, params.id)
  const read = await readForm(request, importForm, context)
  const source = read.ok ? await sourceOf(read.data) : null
  if (!read.ok || !source?.ok || read.value.digest !== digestOf(c.id, source.text)) return conflict({ why: 'changed' as const })
  const { channel, digest, names: namesPublished } = read.value
  const { rows, faults } = previewImport(source.text, await factsFor(c, context, channel))
  if (faults.length > 0 || rows.length === 0) return conflict({ why: 'changed' as const })
  const done = await importComments({ consultationId: c.id, viewer, digest, rows, namesPublished })
  return done.ok ? redirectTo(`/desk/consultations/${c.id}/comments/import?done=${done.imported}`) : conflict({ why: done.why })
}

export default function ImportConfirmation() {
  const { t } = useTranslation(['comments', 'web'])
  const { why, ...on } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.why ?? why ?? 'changed'
  return (
    <Page title={t('desk.import.title')} trail={clerkTrail(t, on)}>
      <Notification tone="warning" title={refusal === 'changed' ? t('desk.import.changed') : t(`desk.why.${refusal}`)} announce />
      <p>
        <LinkButton href={address(`/desk/consultations/${on.id}/comments/import`)} variant="secondary">
          {t('desk.import.again')}
        </LinkButton>
      </p>
    </Page>
  )
}
