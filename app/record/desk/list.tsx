import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DownloadIcon } from '~/ui/icons'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { i18nFor } from '~/i18n'
import { useTranslation } from '~/web/translation'
import { recordFilter } from '../forms'
import { factsText } from '../lines'
import { FilterForm } from '../parts/filter-form'
import { Lines } from '../parts/lines'
import { actsSeen, recordLines } from '../reads.server'
import { subjectPage } from '../subject-page'
import { mayReadRecord, visibleDepartment } from '../rules'

const PER_PAGE = 30

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, mayReadRecord(context.viewer))
  const filter = recordFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [lines, acts] = await Promise.all([recordLines(viewer, filter, context.county.zone, PER_PAGE + 1), actsSeen(viewer)])
  const reader = { i18n: i18nFor(context.lang), lang: context.lang, zone: context.county.zone }
  const shown = lines
    .slice(0, PER_PAGE)
    .map(({ facts, ...line }) => ({ ...line, facts: factsText(facts, line.act, reader), page: subjectPage(line, viewer) }))
  return json({ shown, acts, filter, older: lines.length > PER_PAGE ? shown.at(-1)!.seq : null, whole: visibleDepartment(viewer) === null })
}

export default function RecordList() {
  const { shown, acts, filter, older, whole } = useLoaderData<typeof loader>()
  const { t } = useTranslation('record')
  const { before, ...narrowed } = filter
  return (
    <Page title={t('title')} lead={whole ? t('lead') : t('lead-department')} trail={[{ href: '/desk', label: t('desk') }]} wide>
      <FilterForm filter={narrowed} acts={acts} />
      {shown.length > 0 ? (
        <>
          <p>
            <a href={address('/desk/record.csv', narrowed)}>
              <DownloadIcon /> {t('export')}
            </a>
          </p>
          <Lines rows={shown} />
        </>
      ) : (
        <EmptyState title={t('empty')} />
      )}
      {older || before ? (
        <Pagination
          label={t('pages')}
          previous={before ? { href: address('/desk/record', narrowed), label: t('newest') } : undefined}
          next={older ? { href: address('/desk/record', { ...narrowed, before: older }), label: t('older') } : undefined}
        />
      ) : null}
    </Page>
  )
}
