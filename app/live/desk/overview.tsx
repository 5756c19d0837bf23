import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { Instant, useZoneName } from '~/consultations/parts/instant'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { atSession, doneTo, shownAtDesk } from '../desk-access.server'
import { isIn } from '../desk-acts'
import { answersOwedIn, questionsAtDesk } from '../desk-reads.server'
import { liveTrail } from '../parts/desk-trail'
import { DoneNote } from '../parts/done-note'
import { NextStep } from '../parts/next-step'
import { OwedList } from '../parts/owed-list'
import { QueueCounts } from '../parts/queue-counts'
import { StageTag } from '../parts/stage-tag'
import { answerersOf } from '../reads.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session, hosts } = await atSession(context, params.id)
  const owes = hosts && (session.stage === 'ended' || session.stage === 'closed')
  const [answerers, questions, owed, done] = await Promise.all([
    answerersOf(session.id),
    questionsAtDesk(session.id),
    owes ? answersOwedIn(session.id, context.county.zone) : null,
    doneTo(session.id, request),
  ])
  const { startsAt, endsAt, department, consultation, openDay, naming, premoderated, slowSeconds } = session
  const count = (is: (typeof isIn)['all']) => questions.filter(is).length
  return {
    session: { ...shownAtDesk(session), ...{ startsAt, endsAt, department, consultation, openDay, naming, premoderated, slowSeconds } },
    ...{ hosts, done, owed },
    unfinished: session.unfinished,
    answerers: answerers.filter(({ removedAt }) => !removedAt).map(({ name, office }) => ({ name, office })),
    counts: {
      ...{ waiting: count(isIn.waiting), out: count(isIn.out), answered: count(isIn.answered) },
      ...{ unrecorded: count(isIn.unrecorded), undecided: count(isIn.undecided), declined: count(isIn.declined), all: questions.length },
    },
  }
}

export default function Overview() {
  const { t } = useTranslation(['live', 'web'])
  const { session, hosts, done, owed, unfinished, answerers, counts } = useLoaderData<typeof loader>()
  const desk = `/desk/live/${session.id}`
  return (
    <Page
      title={session.title}
      heading={<UserText lang={session.lang}>{session.title}</UserText>}
      caption={<DepartmentName of={session.department} />}
      tag={<StageTag stage={session.stage} />}
      aside={<Facts />}
      asideLabel={t('desk.facts')}
      trail={liveTrail(t)}
    >
      <DoneNote done={done} />
      {hosts ? <NextStep id={session.id} stage={session.stage} answerers={answerers.length} unfinished={unfinished} /> : null}
      <Section title={t('desk.queue.title')}>
        <QueueCounts id={session.id} counts={counts} />
        <p>
          <LinkButton href={address(`${desk}/questions`)} variant={counts.waiting > 0 ? 'primary' : 'secondary'}>
            {t('desk.queue.open')}
          </LinkButton>
        </p>
      </Section>
      {owed ? <OwedList owed={owed} ofOne /> : null}
      <Section title={t('desk.work')}>
        <ul>
          {hosts && session.stage !== 'closed' ? <Item href={`${desk}/settings`} label={t('desk.settings')} /> : null}
          <Item href={`${desk}/answerers`} label={t('desk.answerers.count', { count: answerers.length })} />
          {hosts && session.stage !== 'prepared' && session.stage !== 'closed' ? (
            <>
              <Item href={`${desk}/entry`} label={t('desk.entry.title')} />
              {session.stage === 'ended' ? null : <Item href={`${desk}/slow-mode`} label={t('desk.slow.title')} />}
            </>
          ) : null}
        </ul>
      </Section>
      {session.stage === 'prepared' ? null : (
        <Section title={t('desk.public')}>
          <ul>
            <Item href={`/live/${session.code}`} label={t('desk.board')} />
            <Item href={`/live/${session.code}/stage`} label={t('desk.projector')} />
            <Item href={`/live/${session.code}/transcript`} label={t('desk.transcript')} />
          </ul>
        </Section>
      )}
    </Page>
  )
}

const Item = ({ href, label }: { href: string; label: string }) => (
  <li>
    <a href={address(href)}>{label}</a>
  </li>
)

function Facts() {
  const { t } = useTranslation('live')
  const zone = useZoneName()
  const { session, answerers } = useLoaderData<typeof loader>()
  const { code, startsAt, endsAt, naming, premoderated, slowSeconds, consultation, openDay } = session
  return (
    <Section title={t('desk.facts')}>
      <SummaryList
        plain
        items={[
          { key: t('desk.code'), value: <strong className="code">{code}</strong> },
          { key: t('desk.field.starts'), value: <Instant at={startsAt} /> },
          { key: t('desk.field.ends'), value: <Instant at={endsAt} /> },
          { key: t('desk.zone'), value: zone },
          ...(consultation
            ? [{ key: t('desk.field.consultation'), value: <UserText lang={consultation.lang}>{consultation.title}</UserText> }]
            : []),
          ...(openDay ? [{ key: t('desk.field.open-day'), value: <UserText lang={openDay.lang}>{openDay.title}</UserText> }] : []),
          { key: t('desk.field.naming'), value: t(`desk.naming.${naming}`) },
          { key: t('desk.reading'), value: t(premoderated ? 'desk.read-before' : 'desk.read-after') },
          { key: t('desk.slow.title'), value: slowSeconds === 0 ? t('desk.slow.off') : t('desk.slow.seconds', { count: slowSeconds }) },
          ...(answerers.length > 0
            ? [
                {
                  key: t('desk.answerers.title'),
                  value: <UserText>{answerers.map(({ name, office }) => `${name} ${office}`).join('；')}</UserText>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
