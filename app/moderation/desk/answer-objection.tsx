import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { AppLoadContext } from '@remix-run/node'
import { useTranslation } from '~/web/translation'
import { Notification } from '~/ui/notification'
import { Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { allowedIn, signedIn } from '~/web/access.server'
import { showMinute } from '~/web/dates'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { answerForm } from '../forms'
import { AnswerForm } from '../parts/answer-form'
import { StandingDecision } from '../parts/standing-decision'
import { objectionForDesk } from '../reads.server'
import { mayAnswer, maySeeModeration } from '../rules'
import { answerObjection } from '../writes.server'

async function objectionIn(context: AppLoadContext, id: string | undefined) {
  const viewer = signedIn(context)
  const found = await objectionForDesk(id, viewer)
  if (!found) throw notFound()
  allowedIn(context, maySeeModeration(viewer, found.consultation.departmentId))
  return { ...found, viewer, may: mayAnswer(viewer, found.consultation.departmentId, found.objection) }
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer: _viewer, objection, ...found } = await objectionIn(context, params.objection)
  const { against: _against, answeredBy: _answerer, ...shown } = objection
  return json({ ...found, objection: shown })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { objection, viewer } = await objectionIn(context, params.objection)
  const form = await readForm(request, answerForm, context)
  if (!form.ok) return unprocessable({ state: form.state, refused: null })
  const answered = await answerObjection(viewer, objection.id, { answer: form.value.answer, publish: form.value.outcome === 'publish' })
  if (!answered.ok) return conflict({ state: { values: form.values, errors: {} }, refused: answered.why })
  return redirectTo(`/desk/consultations/${objection.consultationId}/comments?show=objections`)
}

export default function AnswerObjection() {
  const { t } = useTranslation('moderation')
  const { t: web } = useTranslation('web')
  const { objection, moderation, comment, consultation, may } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const { lang, county } = usePage()
  const refused = sent?.refused ?? (may.ok ? null : may.why)
  const queue = `/desk/consultations/${objection.consultationId}/comments`
  return (
    <Page
      title={t('answer.title')}
      caption={`${consultation.title} ${t('answer.caption', { number: objection.number })}`}
      errors={errors}
      trail={[
        { label: web('nav.desk'), href: '/desk' },
        { label: t('queue.title'), href: queue },
      ]}
    >
      {refused ? <Notification announce tone="warning" title={t(`why-not.${refused}`)} /> : null}
      <Section title={t('answer.objection')}>
        <Quote
          text={objection.text}
          by={<time dateTime={objection.madeAt}>{showMinute(new Date(objection.madeAt), lang, county.zone)}</time>}
        />
      </Section>
      <Section title={t('answer.original')}>
        <Quote text={comment.body} lang={comment.lang} />
      </Section>
      <StandingDecision decision={moderation} />
      {may.ok ? (
        <AnswerForm
          action={`/desk/objections/${objection.id}`}
          decide={`${queue}/${objection.number}`}
          values={sent?.state.values ?? {}}
          errors={errors}
          changed={moderation.decidedAt > objection.madeAt}
        />
      ) : objection.answer ? (
        <Quote text={objection.answer} by={t('objection.answer')} />
      ) : null}
    </Page>
  )
}
