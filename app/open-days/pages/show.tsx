import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Instant } from '~/consultations/parts/instant'
import { Prose } from '~/consultations/parts/notice'
import { SessionsAbout } from '~/live/parts/sessions-about'
import { sessionsOfDay } from '~/live/reads.server'
import { queuesOf } from '~/registrations/reads.server'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { reportedAt } from '~/visit-reports/reads.server'
import { notFound, plainly } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { Barriers } from '../parts/barriers'
import { HowChosen } from '../parts/choosing'
import { Contact } from '../parts/contact'
import { DayFacts } from '../parts/day-facts'
import { DayGlance } from '../parts/day-glance'
import { DayTag } from '../parts/day-tag'
import { SlotCards } from '../parts/slot-cards'
import { WhatIsAsked } from '../parts/what-is-asked'
import { WhereDayStands } from '../parts/where-day-stands'
import { openDayBySlug } from '../reads.server'
import { toShownDay } from '../rules'

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await openDayBySlug(params.slug)
  if (!found) throw notFound()
  return plainly({
    day: toShownDay(found),
    sessions: await sessionsOfDay(found.id),
    reported: (await reportedAt(found.id)) !== null,
    queues: Object.fromEntries(await queuesOf(found.id)),
  })
}

export default function OpenDay() {
  const { t } = useTranslation(['open-days', 'visit-reports'])
  const { day, queues, reported, sessions } = useLoaderData<typeof loader>()
  const { lang } = day
  return (
    <Page
      title={day.title}
      heading={<UserText lang={lang}>{day.title}</UserText>}
      caption={t('kind')}
      tag={<DayTag stage={day.stage} />}
      lead={day.summary ? <Prose text={day.summary} lang={lang} /> : undefined}
      trail={[{ label: t('title'), href: '/open-days' }]}
      aside={<DayGlance day={day} />}
      asideLabel={t('glance')}
    >
      <WhereDayStands day={day} />
      {reported ? <LinkButton href={address(`/open-days/${day.slug}/report`)}>{t('visit-reports:link-to')}</LinkButton> : null}
      <Section id="slots" title={t('slots')}>
        <SlotCards day={day} queues={queues} />
        {day.stage === 'cancelled' ? null : (
          <p>
            <a href={address(`/open-days/${day.slug}/calendar.ics`)}>{t('add-calendar')}</a>
          </p>
        )}
      </Section>
      <SessionsAbout sessions={sessions} />
      <Section id="notice" title={t('notice')}>
        <DayFacts day={day} />
      </Section>
      {day.agenda ? (
        <Section id="agenda" title={t('agenda')}>
          <p className="user-text" lang={lang}>
            {day.agenda}
          </p>
        </Section>
      ) : null}
      <Section id="barrier" title={t('barrier')}>
        <Barriers slots={day.slots} />
      </Section>
      <Section id="how" title={t('how.title')}>
        <HowToRegister />
      </Section>
      <Section id="chosen" title={t('choose.title')}>
        <HowChosen day={day} />
      </Section>
      <Section id="asked" title={t('asked.title')}>
        <WhatIsAsked day={day} />
      </Section>
      {day.houseRules ? (
        <Section id="rules" title={t('rules')}>
          <p className="user-text" lang={lang}>
            {day.houseRules}
          </p>
        </Section>
      ) : null}
      <Section id="contact" title={t('contact.title')}>
        <Contact of={day} />
      </Section>
    </Page>
  )
}

function HowToRegister() {
  const { t } = useTranslation(['open-days', 'web'])
  const { day } = useLoaderData<typeof loader>()
  return (
    <div className="prose">
      <p>
        {t('how.web')} {t('closes')}
        {t('web:colon')}
        <Instant at={day.closesAt!} />
      </p>
      {day.otherWays ? (
        <>
          <p>{t('how.other')}</p>
          <p>
            <Prose text={day.otherWays} lang={day.lang} />
          </p>
        </>
      ) : (
        <p>{t('how.none')}</p>
      )}
    </div>
  )
}
