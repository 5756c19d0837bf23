import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Notification } from '~/ui/notification'
import { Section } from '~/ui/section'
import { TabNav } from '~/ui/tab-nav'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { showDay } from '~/web/dates'
import { useFormErrors, type FormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { noticeForm } from '../forms'
import { holidaysMissing, readNotice, runsOf, writeNotice, type LineFault } from '../notice'
import { NoticeFacts } from '../parts/notice-facts'
import { NoticeForm } from '../parts/notice-form'
import { YearTable } from '../parts/year-table'
import { calendarNow, noticeOf, todayIn } from '../reads.server'
import { coveredUntil, mayLoadNotice, maySeeNotices, workingDaysIn, yearAsked, yearOf, yearsMissing, yearsShown } from '../rules'
import { loadNotice } from '../writes.server'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, maySeeNotices(context.viewer))
  const query = new URL(request.url).searchParams
  const [calendar, today] = await Promise.all([calendarNow(), todayIn(context.county.zone)])
  const year = yearAsked(query.get('year')) ?? yearOf(today)
  return {
    year,
    years: yearsShown(calendar, today, year),
    missing: yearsMissing(calendar, today),
    until: coveredUntil(calendar, today),
    notice: await noticeOf(year),
    total: workingDaysIn(calendar, year),
    mayLoad: mayLoadNotice(viewer).ok,
    loaded: query.get('loaded'),
  }
}

type WhyNotWhole = 'not-named' | 'other-notice'
type Fault = Omit<LineFault, 'why'> & { why: LineFault['why'] | WhyNotWhole }
type Result = { state: FormState; faults?: Fault[] }
const about = (why: WhyNotWhole, what: string[]): Fault => ({ line: 0, text: what.join(' '), why })
const inLines = (values: FormState['values'], faults: Fault[]): Result => ({
  state: { values, errors: { lines: 'working-days:error.lines' } },
  faults,
})

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayLoadNotice(context.viewer))
  const year = yearAsked(new URL(request.url).searchParams.get('year')) ?? yearOf(await todayIn(context.county.zone))
  const form = await readForm(request, noticeForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const { days, faults } = readNotice(form.value.lines, year)
  if (faults.length > 0) return unprocessable(inLines(form.values, faults))
  const missing = holidaysMissing(days)
  if (missing.length > 0) return unprocessable(inLines(form.values, [about('not-named', missing)]))
  const loaded = await loadNotice(viewer, { year, sourceDoc: form.value.sourceDoc, days })
  if (loaded.ok) return redirectTo(`/desk/working-days?year=${year}&loaded=${loaded.isSame ? 'same' : 'yes'}`)
  return conflict(inLines(form.values, [about('other-notice', loaded.why === 'other-notice' ? loaded.dates : [])]))
}

export default function Year() {
  const { t } = useTranslation(['working-days', 'web'])
  const { year, years, notice, total, mayLoad, loaded } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useLineErrors(result, year)
  const stored = { sourceDoc: notice?.sourceDoc ?? '', lines: notice ? writeNotice(notice.days) : '' }
  return (
    <Page title={t('title')} lead={t('lead')} trail={[{ label: t('web:nav.desk'), href: '/desk' }]} errors={errors}>
      {loaded && !result ? <Notification tone="success" title={loaded === 'same' ? t('same') : t('loaded', { year })} announce /> : null}
      <Coverage />
      <TabNav
        label={t('years')}
        items={years.map((each) => ({
          href: address('/desk/working-days', { year: each }),
          label: t('year', { year: each }),
          current: each === year,
        }))}
      />
      <Section title={t('year', { year })}>
        {notice ? <NoticeFacts {...notice} total={total} /> : <p>{t('none')}</p>}
        {notice ? <YearTable year={year} runs={runsOf(notice.days)} /> : null}
      </Section>
      {mayLoad ? <NoticeForm year={year} values={result?.state.values ?? stored} errors={errors} /> : null}
    </Page>
  )
}

/** Until when the calendar is certain, and what is to be loaded. */
function Coverage() {
  const { t } = useTranslation('working-days')
  const { lang } = usePage()
  const { until, missing } = useLoaderData<typeof loader>()
  return (
    <>
      <p>{until ? t('covered', { day: showDay(new Date(`${until}T00:00Z`), lang, 'UTC') }) : t('uncovered')}</p>
      {missing.map((year) => (
        <Notification key={year} tone="warning" title={t('missing', { year })}>
          <p>{t('missing-hint')}</p>
          <p>
            <a href={`${address('/desk/working-days', { year })}#load`}>{t('to-load', { year })}</a>
          </p>
        </Notification>
      ))}
    </>
  )
}

/** Every bad line is named in the summary. */
function useLineErrors(result: Result | undefined, year: number): FormErrors {
  const { t } = useTranslation('working-days')
  const errors = useFormErrors(result?.state)
  const named = result?.faults?.map(({ line, text, why }) => ({ id: 'lines', message: t(`fault.${why}`, { line, text, year }) }))
  return named ? { ...errors, list: named } : errors
}
