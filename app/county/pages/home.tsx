import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConsultationRow } from '~/consultations/parts/consultation-row'
import { consultationsIn, tabCounts } from '~/consultations/reads.server'
import { toShown } from '~/consultations/rules'
import { SessionRow } from '~/live/parts/session-row'
import { nextSessions } from '~/live/reads.server'
import { DayRow } from '~/open-days/parts/day-row'
import { nextOpenDays } from '~/open-days/reads.server'
import { toShownDay } from '~/open-days/rules'
import { LinkButton } from '~/ui/button'
import { Card, CardGrid } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Hero } from '~/ui/hero'
import { List } from '~/ui/list-row'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { FindReceipt } from '../parts/find-receipt'

const OPEN = 6
const REPORTED = 3
const OPEN_DAYS = 3
const SESSIONS = 3

export async function loader(_: LoaderFunctionArgs) {
  const [open, reported, counts, days, sessions] = await Promise.all([
    consultationsIn({ tab: 'open', limit: OPEN }),
    consultationsIn({ tab: 'reported', limit: REPORTED }),
    tabCounts(),
    nextOpenDays(OPEN_DAYS),
    nextSessions(SESSIONS),
  ])
  return json({ open: open.map(toShown), reported: reported.map(toShown), counts, days: days.map(toShownDay), sessions })
}

export const meta: MetaFunction = () => [
  { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: address('/feeds/consultations.atom') },
]

export default function Home() {
  const { t } = useTranslation('county')
  const { county, lang } = usePage()
  return (
    <Page title={lang === 'en' && county.nameEn ? county.nameEn : county.name} heading={null}>
      <Hero
        title={t('home.title')}
        lead={t('home.lead')}
        actions={
          <>
            <LinkButton href={address('/consultations')}>{t('home.see-open')}</LinkButton>
            <LinkButton href={address('/reports')} variant="secondary">
              {t('home.see-reports')}
            </LinkButton>
          </>
        }
      />
      <OpenSessions />
      <OpenNow />
      <NextOpenDays />
      <Section title={t('home.how')}>
        <CardGrid>
          {(['read', 'comment', 'answer'] as const).map((step, i) => (
            <Card key={step} title={`${i + 1}. ${t(`home.step.${step}`)}`} level={3} tone="paper">
              <p>{t(`home.step-text.${step}`, { days: county.reportWithinDays })}</p>
            </Card>
          ))}
        </CardGrid>
      </Section>
      <Reported />
      <FindReceipt />
    </Page>
  )
}

function OpenNow() {
  const { t } = useTranslation('county')
  const { open, counts } = useLoaderData<typeof loader>()
  const closing = open.filter((each) => each.closingSoon)
  const running = open.filter((each) => !each.closingSoon)
  const more = { href: address('/consultations'), label: t('home.all-open', { count: counts.open }) }
  if (open.length === 0) {
    return (
      <Section title={t('home.open')}>
        <EmptyState title={t('home.none-open')}>{t('home.none-open-hint')}</EmptyState>
      </Section>
    )
  }
  return (
    <>
      {closing.length > 0 ? (
        <Section title={t('home.closing')}>
          <List label={t('home.closing')}>
            {closing.map((each) => (
              <ConsultationRow key={each.id} c={each} />
            ))}
          </List>
        </Section>
      ) : null}
      <Section title={t('home.open')} more={more}>
        {running.length > 0 ? (
          <List label={t('home.open')}>
            {running.map((each) => (
              <ConsultationRow key={each.id} c={each} />
            ))}
          </List>
        ) : (
          <p>{t('home.only-closing')}</p>
        )}
      </Section>
    </>
  )
}

function OpenSessions() {
  const { t } = useTranslation('county')
  const { sessions } = useLoaderData<typeof loader>()
  if (sessions.length === 0) return null
  return (
    <Section title={t('home.live')} more={{ href: address('/live'), label: t('home.all-live') }}>
      <List label={t('home.live')}>
        {sessions.map((session) => (
          <SessionRow key={session.code} session={session} />
        ))}
      </List>
    </Section>
  )
}

function NextOpenDays() {
  const { t } = useTranslation('county')
  const { days } = useLoaderData<typeof loader>()
  if (days.length === 0) return null
  return (
    <Section title={t('home.open-days')} more={{ href: address('/open-days'), label: t('home.all-open-days') }}>
      <List label={t('home.open-days')}>
        {days.map((day) => (
          <DayRow key={day.id} day={day} />
        ))}
      </List>
    </Section>
  )
}

function Reported() {
  const { t } = useTranslation('county')
  const { reported } = useLoaderData<typeof loader>()
  return (
    <Section
      title={t('home.reported')}
      more={reported.length > 0 ? { href: address('/reports'), label: t('home.all-reports') } : undefined}
    >
      {reported.length > 0 ? (
        <List label={t('home.reported')}>
          {reported.map((each) => (
            <ConsultationRow key={each.id} c={each} />
          ))}
        </List>
      ) : (
        <EmptyState title={t('home.none-reported')} />
      )}
    </Section>
  )
}
