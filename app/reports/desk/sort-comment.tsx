import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { commentForDesk, shownAtDesk } from '~/comments/reads.server'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { alikeComments, commentableArticles, inadmissibleOf, nextUnsorted, workOf } from '../desk-reads.server'
import { numberIn, sortForm } from '../forms'
import { CommentFacts } from '../parts/comment-facts'
import { CommentSaid } from '../parts/comment-said'
import { Refusal } from '../parts/refusal'
import { SortForm } from '../parts/sort-form'
import { pointsCrumb, workTrail } from '../parts/trail'
import { WhereNow } from '../parts/where-now'
import { sortComments } from '../point-writes.server'
import { isWorkTime } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c, now } = await atWork(context, params.id)
  const number = numberIn(params.number)
  const comment = number && (await commentForDesk(c.id, number))
  if (!comment) throw notFound()
  const [{ facts, points }, articles, alike, refused, next] = await Promise.all([
    workOf(c.id),
    commentableArticles(c.id),
    alikeComments(c.id, number),
    inadmissibleOf(c.id, number),
    nextUnsorted(c.id, number),
  ])
  const may = isWorkTime(facts, now)
  const choices = points.map((point) => ({
    number: point.number,
    summary: point.summary,
    article: point.article,
    disposition: point.disposition,
    chosen: point.comments.includes(number),
  }))
  return {
    c,
    comment: shownAtDesk(comment),
    points: choices,
    articles,
    alike,
    refused,
    next,
    why: may.ok ? null : may.why,
    mayChange: may.ok && viewer.role === 'staff',
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['staff'])
  const form = await readForm(request, sortForm, context)
  // For the form shown again: FormState keeps one value of a name.
  const ticked = form.data.getAll('into').map(String)
  if (!form.ok) return unprocessable({ state: form.state, ticked, why: null })
  const { into, alike, summary, articleId } = form.value
  const number = numberIn(params.number) ?? 0
  const sorted = await sortComments(where, { numbers: [number, ...alike], into, newPoint: summary ? { summary, articleId } : null })
  if (!sorted.ok) return conflict({ state: { values: form.values, errors: {} }, ticked, why: sorted.why })
  const next = await nextUnsorted(c.id, number)
  return redirectTo(`/desk/consultations/${c.id}/${next ? `sorting/${next}` : 'points'}`)
}

export default function SortComment() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, comment, points, articles, alike, refused, next, why, mayChange } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const here = `/desk/consultations/${c.id}/sorting`
  return (
    <Page
      title={t('sort.title', { number: comment.number })}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      errors={errors}
      trail={workTrail(t, c, pointsCrumb(t, c.id))}
      aside={<CommentFacts comment={comment} lang={c.lang} />}
      asideLabel={t('sort.about')}
    >
      <Refusal why={sent?.why ?? why} id={c.id} />
      <CommentSaid comment={comment} />
      <WhereNow id={c.id} points={points.filter((point) => point.chosen)} refused={refused} withdrawn={comment.withdrawnAt !== null} />
      {mayChange && !comment.withdrawnAt ? (
        <SortForm
          action={`${here}/${comment.number}`}
          points={points}
          ticked={sent?.ticked ?? points.filter((point) => point.chosen).map((point) => String(point.number))}
          articles={articles}
          alike={alike}
          values={{ articleId: comment.articleId ? String(comment.articleId) : '', ...sent?.state.values }}
          errors={errors}
          lang={c.lang}
        />
      ) : null}
      <p>{next ? <a href={address(`${here}/${next}`)}>{t('sort.skip')}</a> : t('sort.last')}</p>
    </Page>
  )
}
