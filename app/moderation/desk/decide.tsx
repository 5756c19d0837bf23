import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { commentForDesk, shownAtDesk } from '~/comments/reads.server'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { UserText } from '~/ui/quote'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { decidingIn, queueIn } from '../access.server'
import { justDecided, verdictForm } from '../forms'
import { AboutComment } from '../parts/about-comment'
import { History } from '../parts/history'
import { Objections } from '../parts/objections'
import { VerdictForm } from '../parts/verdict-form'
import { proposalFor } from '../parts/proposal'
import { historyOf, moderationOf, nextWaiting } from '../reads.server'
import { decideComment } from '../writes.server'
import { isId } from '~/web/ids'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { consultation, mayDecide } = await queueIn(context, params.id)
  const number = numberIn(params.number)
  const comment = await commentForDesk(consultation.id, number)
  if (!comment) throw notFound()
  const { done } = justDecided.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [moderation, history, next, before] = await Promise.all([
    moderationOf(consultation.id, number),
    historyOf(consultation.id, number),
    mayDecide ? nextWaiting(consultation.id, number) : null,
    done ? moderationOf(consultation.id, done) : null,
  ])
  const { id, title, lang } = consultation
  return json({
    id,
    title,
    lang,
    comment: shownAtDesk(comment),
    moderation,
    history,
    mayDecide,
    next,
    done: before && { number: done!, as: before.visibility },
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { consultation, viewer } = await decidingIn(context, params.id)
  const form = await readForm(request, verdictForm, context)
  if (!form.ok) return unprocessable({ state: form.state, refused: null })
  const number = numberIn(params.number)
  const decided = await decideComment(viewer, { consultationId: consultation.id, number }, form.value)
  if (!decided.ok) return conflict({ state: { values: form.values, errors: {} }, refused: decided.why })
  const next = form.value.seenVersion === 0 ? await nextWaiting(consultation.id, number) : null
  return redirectTo(`/desk/consultations/${consultation.id}/comments${next ? `/${next}?done=${number}` : `?decided=${number}`}`)
}

function numberIn(given: string | undefined): number {
  const number = Number(given)
  if (!isId(number)) throw notFound()
  return number
}

export default function Decide() {
  const { t } = useTranslation('moderation')
  const { t: web } = useTranslation('web')
  const { id, title, lang, comment, moderation, history, mayDecide, next, done } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const proposal = proposalFor(comment, moderation)
  const queue = `/desk/consultations/${id}/comments`
  // After a colleague's decision, theirs counts as seen: sending the form again is a decision made knowing it.
  const values = {
    ...proposal,
    ...sent?.state.values,
    ...(sent?.refused === 'decided-meanwhile' ? { seenVersion: proposal.seenVersion } : {}),
  }
  return (
    <Page
      title={t('decide.title', { number: comment.number })}
      caption={<UserText lang={lang}>{title}</UserText>}
      errors={errors}
      trail={[
        { label: web('nav.desk'), href: '/desk' },
        { label: title, href: `/desk/consultations/${id}`, lang },
        { label: t('queue.title'), href: queue },
      ]}
    >
      {done && !sent ? <Notification announce tone="success" title={t(`decide.done.${done.as}`, { number: done.number })} /> : null}
      {sent?.refused ? <Notification announce tone="warning" title={t(`why-not.${sent.refused}`)} /> : null}
      <AboutComment comment={comment} moderation={moderation} />
      <Objections made={moderation?.objections ?? []} desk />
      {comment.withdrawnAt || !mayDecide ? (
        <Notification title={comment.withdrawnAt ? t('decide.withdrawn') : t('decide.read-only')} />
      ) : (
        <VerdictForm
          action={`${queue}/${comment.number}`}
          values={values}
          errors={errors}
          decided={moderation !== null}
          hasReplacement={comment.replacement !== ''}
          lang={comment.lang}
        />
      )}
      <History lines={history} />
      {next ? (
        <p>
          <a href={address(`${queue}/${next}`)}>{t('decide.skip')}</a>
        </p>
      ) : null}
      <p>
        <a href={address(queue)}>{t('decide.back')}</a>
      </p>
    </Page>
  )
}
