import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { commentsForDesk } from '~/comments/reads.server'
import { LinkButton } from '~/ui/button'
import { Quote, UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { pointAtWork } from '../access.server'
import { articleBody, commentableArticles } from '../desk-reads.server'
import { decisionForm } from '../forms'
import { DecisionForm } from '../parts/decision-form'
import { DispositionTag } from '../parts/disposition-tag'
import { PointEnd } from '../parts/point-end'
import { Refusal } from '../parts/refusal'
import { Saved } from '../parts/saved'
import { pointsCrumb, workTrail } from '../parts/trail'
import { decidePoint } from '../point-writes.server'
import { isWorkTime, pointFaults } from '../rules'

const SHOWN = 200

export async function loader({ params, context, request }: LoaderFunctionArgs) {
  const { viewer, c, now, work, point } = await pointAtWork(context, params)
  const may = isWorkTime(work.facts, now)
  const [articles, body, said] = await Promise.all([
    commentableArticles(c.id),
    articleBody(c.id, point.articleId),
    commentsForDesk(c.id, { numbers: point.comments.slice(0, SHOWN), limit: SHOWN }),
  ])
  return {
    c,
    point: { ...point, textBefore: point.newPassage ? '' : point.textBefore || body },
    articles,
    said: said.map(({ number, body, replacement, lang, displayName }) => ({ number, body, replacement, lang, displayName })),
    others: work.points.filter((one) => one.id !== point.id).map(({ number, summary }) => ({ number, summary })),
    undecided: work.points.find((one) => one.id !== point.id && !one.disposition)?.number ?? null,
    why: may.ok ? null : may.why,
    mayChange: may.ok && viewer.role === 'staff',
    lacks: pointFaults(work.facts.points).flatMap((fault) =>
      'points' in fault && fault.why !== 'point-undecided' && fault.points.includes(point.number) ? [fault.why] : [],
    ),
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c, point } = await pointAtWork(context, params, ['staff'])
  const form = await readForm(request, decisionForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const decided = await decidePoint(where, point.number, form.value)
  if (!decided.ok) return conflict({ state: { values: form.values, errors: {} }, why: decided.why })
  return redirectTo(`/desk/consultations/${c.id}/points/${point.number}?saved`)
}

export default function Point() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, point, articles, said, others, undecided, why, mayChange, saved, lacks } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const here = `/desk/consultations/${c.id}/points/${point.number}`
  return (
    <Page
      title={t('point.number', { number: point.number })}
      heading={
        <>
          {t('point.number', { number: point.number })} <UserText lang={c.lang}>{point.summary}</UserText>
        </>
      }
      tag={<DispositionTag disposition={point.disposition} />}
      errors={errors}
      trail={workTrail(t, c, pointsCrumb(t, c.id))}
    >
      {saved && !sent ? <Saved id={c.id} lacks={lacks} undecided={undecided} /> : null}
      <Refusal why={sent?.why ?? why} id={c.id} />
      <Section title={t('decide.comments')}>
        {said.map((one) => (
          <Quote
            key={one.number}
            text={one.replacement ? `${one.body}\n\n${t('desk.replacement')}${t('web:colon')}${one.replacement}` : one.body}
            lang={one.lang}
            by={<a href={address(`/desk/consultations/${c.id}/sorting/${one.number}`)}>{t('desk.comment', { number: one.number })}</a>}
            footer={one.displayName ? <UserText>{one.displayName}</UserText> : null}
          />
        ))}
        {mayChange ? (
          <LinkButton variant="secondary" href={address(`${here}/comments`)}>
            {t('decide.change-comments')}
          </LinkButton>
        ) : null}
      </Section>
      <DecisionForm
        action={here}
        point={point}
        articles={articles}
        sent={sent?.state.values}
        errors={errors}
        lang={c.lang}
        mayChange={mayChange}
      />
      {mayChange ? <PointEnd here={here} others={others} /> : null}
    </Page>
  )
}
