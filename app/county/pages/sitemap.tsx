import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'

const sections = {
  consultations: {
    open: '/consultations',
    closed: '/consultations?tab=closed',
    reported: '/consultations?tab=reported',
    reports: '/reports',
  },
  'open-days': {
    days: '/open-days',
    held: '/open-days?tab=past',
    'visit-reports': '/open-days/reports',
    registrations: '/registrations',
    'lost-registration': '/registrations/lost',
    'feed-days': '/feeds/open-days.atom',
    'calendar-days': '/feeds/open-days.ics',
  },
  live: { live: '/live' },
  mine: { receipts: '/receipts', lost: '/receipts/lost', 'sign-in': '/sign-in', 'sign-up': '/sign-up', account: '/account' },
  about: { help: '/help', reasons: '/moderation-reasons', privacy: '/privacy', sitemap: '/sitemap' },
  data: {
    data: '/open-data',
    feed: '/feeds/consultations.atom',
    openapi: '/api/openapi.json',
    'api-consultations': '/api/v1/consultations',
    'api-reports': '/api/v1/reports',
  },
} as const

type LinkName = { [S in keyof typeof sections]: keyof (typeof sections)[S] }[keyof typeof sections]

export default function Sitemap() {
  const { t } = useTranslation('county')
  return (
    <Page title={t('sitemap.title')}>
      {(Object.keys(sections) as (keyof typeof sections)[]).map((section) => (
        <Section key={section} title={t(`sitemap.section.${section}`)}>
          <ul>
            {(Object.entries(sections[section]) as [LinkName, string][]).map(([name, path]) => (
              <li key={name}>
                <a href={address(path)}>{t(`sitemap.link.${name}`)}</a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}
