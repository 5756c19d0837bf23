import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Page } from '~/web/page-layout'
import { notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { resultOf, shownOf } from '../document'
import { linesOf } from '../entries'
import { numberIn } from '../forms'
import { DrawSteps } from '../parts/draw-steps'
import { HowDrawn } from '../parts/how-drawn'
import { ListFacts } from '../parts/list-facts'
import { Result } from '../parts/result'
import { SourceFacts } from '../parts/source-facts'
import { DrawAgain } from '../parts/draw-again'
import { drawBySlug } from '../reads.server'
import { stageOfDraw } from '../rules'

const PAGE = 100

export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await drawBySlug(params.slug)
  if (!found) throw notFound()
  const { day, department, draw, now } = found
  const search = new URL(request.url).searchParams
  const rows = draw ? resultOf(draw) : []
  const last = Math.max(1, Math.ceil(rows.length / PAGE))
  const page = Math.min(last, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  const sought = numberIn(search.get('number'))
  return {
    day,
    department,
    stage: stageOfDraw(draw, now),
    draw: draw && shownOf(draw),
    count: linesOf(draw?.entries ?? '').length,
    rows: rows.slice((page - 1) * PAGE, page * PAGE),
    page,
    last,
    sought,
    found: sought ? (rows.find(({ number }) => number === sought) ?? null) : null,
  }
}

export default function PublicDraw() {
  const { t } = useTranslation(['draws', 'open-days'])
  const { day, department, stage, draw, count, ...result } = useLoaderData<typeof loader>()
  const { slug, title, lang } = day
  return (
    <Page
      title={t('of', { title })}
      heading={<UserText lang={lang}>{title}</UserText>}
      caption={
        <>
          {t('title')} · <DepartmentName of={department} />
        </>
      }
      lead={t('lead')}
      trail={[
        { label: t('open-days:title'), href: '/open-days' },
        { label: title, href: `/open-days/${slug}`, lang },
      ]}
    >
      <DrawSteps stage={stage} draw={draw} />
      {day.cancelledAt && stage !== 'drawn' ? (
        <Notification tone="warning" title={t('cancelled')} />
      ) : (
        <Notification tone={stage === 'missed' ? 'warning' : stage === 'drawn' ? 'success' : 'info'} title={t(`now.${stage}`)} />
      )}
      {draw ? (
        <Section title={t('source.title')}>
          <SourceFacts lang={lang} draw={draw} />
        </Section>
      ) : null}
      {draw?.drawnAt ? <Result slug={slug} lang={lang} drawn={{ ...draw, drawnAt: draw.drawnAt }} {...result} /> : null}
      <ListFacts slug={slug} draw={draw} count={count} />
      <HowDrawn />
      {draw ? <DrawAgain slug={slug} drawn={stage === 'drawn'} /> : null}
    </Page>
  )
}
