import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import { Quote, UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { noStore, notFound, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { managingAt, shownDay } from '../at-desk.server'
import { cursorText, listQuery, reviewForm } from '../desk-forms'
import { askedAtDesk, toChoose } from '../desk-reads.server'
import { deskTrail } from '../parts/desk-trail'
import { ReviewForm } from '../parts/review-form'
import { ReviewOutcome } from '../parts/review-outcome'
import { decideAll, type Outcome } from '../reviewing.server'

export const headers = () => noStore

async function chosenFrom({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await managingAt(context, params.id)
  if (day.choosing !== 'review') throw notFound()
  const query = listQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  return { viewer, day, query, ...(await toChoose(day.id, query)) }
}

/** Rendered again after a decision: those decided are gone from it. */
export async function loader(given: LoaderFunctionArgs) {
  const { day, query, rows, next } = await chosenFrom(given)
  const asked = await askedAtDesk(day.id)
  return json(
    { day: shownDay(day), rule: day.choosingRule, rows, asked, next: cursorText(next), after: cursorText(query.after ?? null) },
    { headers: noStore },
  )
}

type Result = { state?: FormState; outcome?: Outcome }

export async function action(given: ActionFunctionArgs) {
  const { viewer, rows } = await chosenFrom(given)
  const form = await readForm(given.request, reviewForm(rows.map(({ id }) => id)), given.context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  return json<Result>({ outcome: await decideAll(viewer, rows, form.value) })
}

export default function Review() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, rule, rows, asked, next, after } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const here = `/desk/open-days/${day.id}/registrations/review`
  return (
    <Page
      title={t('desk.review.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.review.lead')}
      trail={deskTrail(t, day)}
      errors={errors}
    >
      <ReviewOutcome outcome={result?.outcome} />
      {rule ? (
        <Section title={t('desk.review.rule')}>
          <Quote text={rule} lang={day.lang} />
        </Section>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={t('desk.review.none')} />
      ) : (
        <ReviewForm
          action={address(here, { after })}
          rows={rows}
          asked={asked}
          lang={day.lang}
          values={result?.state?.values ?? {}}
          errors={errors}
        />
      )}
      <Pagination
        label={t('desk.pages')}
        previous={after ? { href: address(here), label: t('desk.newest') } : null}
        next={next ? { href: address(here, { after: next }), label: t('desk.more') } : null}
      />
    </Page>
  )
}
