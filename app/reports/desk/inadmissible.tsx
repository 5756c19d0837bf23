import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { commentForDesk } from '~/comments/reads.server'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { inadmissibleOf, nextUnsorted } from '../desk-reads.server'
import { numberIn, refusalForm } from '../forms'
import { CommentFacts } from '../parts/comment-facts'
import { CommentSaid } from '../parts/comment-said'
import { Refusal } from '../parts/refusal'
import { pointsCrumb, workTrail } from '../parts/trail'
import { refuseComment } from '../point-writes.server'
import { inadmissibleReasons } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c } = await atWork(context, params.id, ['staff'])
  const number = numberIn(params.number)
  const comment = number && (await commentForDesk(c.id, number))
  if (!comment) throw notFound()
  return { c, comment, refused: await inadmissibleOf(c.id, number) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['staff'])
  const form = await readForm(request, refusalForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const number = numberIn(params.number) ?? 0
  const done = await refuseComment(where, number, form.value)
  if (!done.ok) return conflict({ state: { values: form.values, errors: {} }, why: done.why })
  const next = await nextUnsorted(c.id, number)
  return redirectTo(`/desk/consultations/${c.id}/${next ? `sorting/${next}` : 'points'}`)
}

export default function Inadmissible() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, comment, refused } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const values = { reason: refused?.reason, note: refused?.note, ...sent?.state.values }
  const here = `/desk/consultations/${c.id}/sorting/${comment.number}`
  return (
    <Page
      title={t('refuse.title', { number: comment.number })}
      lead={t('refuse.lead')}
      errors={errors}
      aside={<CommentFacts comment={comment} lang={c.lang} />}
      asideLabel={t('sort.about')}
      trail={workTrail(t, c, pointsCrumb(t, c.id), { label: t('sort.title', { number: comment.number }), href: here })}
    >
      <Refusal why={sent?.why} id={c.id} />
      <CommentSaid comment={comment} />
      <form method="post" action={address(`${here}/inadmissible`)} className="form stack">
        <RadioGroup
          name="reason"
          legend={t('refuse.reason')}
          error={errors.of('reason')}
          value={values.reason}
          options={inadmissibleReasons.map((reason) => ({ value: reason, label: t(`inadmissible-reason.${reason}`) }))}
        />
        <TextArea
          name="note"
          label={t('refuse.note')}
          hint={t('refuse.note-hint')}
          error={errors.of('note')}
          value={values.note}
          rows={3}
        />
        <ActionBar>
          <Button variant="warning">{t('refuse.submit')}</Button>
          <LinkButton variant="secondary" href={address(here)}>
            {t('web:cancel')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
