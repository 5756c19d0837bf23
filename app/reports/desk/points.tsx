import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { commentsForDesk } from '~/comments/reads.server'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { workOf } from '../desk-reads.server'
import { equationOf } from '../document'
import { Equation } from '../parts/equation'
import { PointsBoard } from '../parts/points-board'
import { Unsorted } from '../parts/unsorted'
import { workTrail } from '../parts/trail'
import { mayWork, pointFaults } from '../rules'

const SHOWN = 50

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c, departmentId, now } = await atWork(context, params.id)
  const [{ facts, points }, unsorted] = await Promise.all([workOf(c.id), commentsForDesk(c.id, { fate: null, limit: SHOWN })])
  const may = mayWork(facts, viewer, departmentId, now)
  return {
    c,
    why: may.ok ? null : may.why,
    balance: equationOf(facts),
    points: points.map((point) => ({ ...point, comments: point.comments.length })),
    unfinished: pointFaults(facts.points).flatMap((fault) =>
      'points' in fault ? fault.points.map((number) => ({ number, why: fault.why })) : [],
    ),
    unsorted: unsorted.map(({ number, body, late, lang, article }) => ({ number, late, lang, article, beginning: body.slice(0, 120) })),
  }
}

export default function Points() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, why, balance, points, unfinished, unsorted } = useLoaderData<typeof loader>()
  const at = (path: string) => address(`/desk/consultations/${c.id}${path}`)
  const next = unsorted.find((comment) => !comment.late)
  return (
    <Page
      wide
      title={t('desk.points')}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      lead={t('desk.points-lead')}
      trail={workTrail(t, c)}
    >
      {why ? <Notification title={why === 'not-your-role' ? t('desk.read-only') : t(`why.${why}`)} /> : null}
      <ActionBar>
        {next && !why ? <LinkButton href={at(`/sorting/${next.number}`)}>{t('desk.sort-next', { number: next.number })}</LinkButton> : null}
        {why ? null : (
          <LinkButton href={at('/points/new')} variant="secondary">
            {t('desk.new-point')}
          </LinkButton>
        )}
        <LinkButton href={at('/report')} variant="secondary">
          {t('desk.go-report')}
        </LinkButton>
      </ActionBar>
      <Section title={t('balance.title')}>
        <Equation {...balance} />
      </Section>
      <Unsorted id={c.id} count={balance.equation.unaccounted} comments={unsorted} />
      <PointsBoard id={c.id} lang={c.lang} points={points} unfinished={unfinished} />
    </Page>
  )
}
