import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isDesk } from '~/accounts/rules'
import { consultationsForDesk } from '~/consultations/reads.server'
import { mayPrepare } from '~/consultations/rules'
import { answersOwed, sessionsForDesk } from '~/live/desk-reads.server'
import { hostRoles } from '~/live/rules'
import { openDaysForDesk } from '~/open-days/desk-reads.server'
import { LinkButton } from '~/ui/button'
import { Card, CardGrid } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { List, ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Tag } from '~/ui/tag'
import { reportsInWork } from '~/visit-reports/waiting-reads.server'
import { signedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { forbidden } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { yearsToLoad } from '~/working-days/reads.server'
import { calendarWaitingFor, daysWaitingFor, deskSections, isLate, liveWaitingFor, reportsWaitingFor, waitingFor } from '../desk-work'

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = signedIn(context)
  if (!isDesk(viewer) || viewer.role === 'resident') throw forbidden()
  const ofDays = viewer.role !== 'moderator'
  const hosts = hostRoles.includes(viewer.role)
  const [rows, days, reports, years, sessions, owed] = await Promise.all([
    consultationsForDesk(viewer),
    ofDays ? openDaysForDesk(viewer) : [],
    ofDays ? reportsInWork(viewer, context.county.zone) : [],
    viewer.role === 'administrator' ? yearsToLoad(context.county.zone) : [],
    hosts ? sessionsForDesk(viewer) : [],
    hosts ? answersOwed(viewer, context.county.zone) : [],
  ])
  return {
    name: viewer.name,
    role: viewer.role,
    sections: deskSections(viewer.role),
    mayPrepare: mayPrepare(viewer).ok,
    waiting: [
      ...waitingFor(viewer, rows),
      ...daysWaitingFor(viewer, days),
      ...reportsWaitingFor(viewer, reports),
      ...liveWaitingFor(viewer, sessions, owed),
      ...calendarWaitingFor(viewer, years),
    ],
  }
}

export default function Desk() {
  const { t } = useTranslation('county')
  const { name, role, sections, waiting, mayPrepare } = useLoaderData<typeof loader>()
  return (
    <Page title={t('desk.title')} caption={<UserText>{name}</UserText>} lead={t(`desk.role.${role}`)}>
      <Section title={t('desk.waiting')}>
        {waiting.length === 0 ? (
          <EmptyState title={t('desk.nothing')} />
        ) : (
          <List label={t('desk.waiting')}>
            {waiting.map(({ task, id, title, lang, count, path }) => (
              <ListRow
                key={`${task} ${id}`}
                href={address(path)}
                title={<UserText lang={lang}>{title}</UserText>}
                tag={<Tag tone={isLate(task) ? 'withheld' : 'pending'}>{t(`desk.task.${task}`, { count })}</Tag>}
              />
            ))}
          </List>
        )}
      </Section>
      <Section title={t('desk.sections')}>
        {mayPrepare ? (
          <p>
            <LinkButton href={address('/desk/consultations/new')}>{t('desk.new')}</LinkButton>
          </p>
        ) : null}
        <CardGrid>
          {sections.map((section) => (
            <Card key={section} href={address(`/desk/${section}`)} title={t(`desk.section.${section}`)} level={3} tone="paper">
              <p>{t(`desk.about.${section}`)}</p>
            </Card>
          ))}
        </CardGrid>
      </Section>
    </Page>
  )
}
