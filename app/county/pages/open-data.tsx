import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'

const addresses = {
  consultations: '/api/v1/consultations',
  consultation: '/api/v1/consultations/{slug}',
  comments: '/api/v1/consultations/{slug}/comments',
  report: '/api/v1/consultations/{slug}/report',
  reports: '/api/v1/reports',
  'open-days': '/api/v1/open-days',
  'open-day': '/api/v1/open-days/{slug}',
} as const

/** What may be taken away, in which form, and under which licence. */
export default function OpenData() {
  const { t } = useTranslation('county')
  const { county, lang } = usePage()
  return (
    <Page title={t('data.title')} lead={t('data.lead')}>
      <Section title={t('data.files-title')}>
        <p>{t('data.files')}</p>
        <p>
          <a href={address('/reports')}>{t('data.reports')}</a>
        </p>
      </Section>
      <Section title={t('data.feed-title')}>
        <p>{t('data.feed')}</p>
        <p>
          <a href={address('/feeds/consultations.atom')}>{t('data.feed-link')}</a>
        </p>
        <p>
          <a href={address('/feeds/open-days.atom')}>{t('data.open-days-feed')}</a>
        </p>
        <p>{t('data.calendar')}</p>
        <p>
          <a href={address('/feeds/open-days.ics')}>{t('data.calendar-link')}</a>
        </p>
      </Section>
      <Programs />
      <Section title={t('data.licence-title')}>
        <p>
          {t('data.licence', { county: (lang === 'en' && county.nameEn) || county.name })}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
        </p>
        <p>{t('data.private')}</p>
      </Section>
    </Page>
  )
}

function Programs() {
  const { t } = useTranslation('county')
  return (
    <Section title={t('data.program-title')}>
      <p>{t('data.program')}</p>
      <Table
        caption={t('data.caption')}
        captionHidden
        rows={Object.keys(addresses) as (keyof typeof addresses)[]}
        rowKey={(each) => each}
        columns={[
          { header: t('data.what'), rowHeader: true, cell: (each) => t(`data.of.${each}`) },
          { header: t('data.address'), cell: (each) => <Address path={addresses[each]} />, hideHeader: true },
        ]}
      />
      <p className="hint">{t('data.slug')}</p>
      <p>
        <a href={address('/api/openapi.json')}>{t('data.description')}</a>
      </p>
    </Section>
  )
}

const Address = ({ path }: { path: string }) =>
  path.includes('{') ? (
    <code>{address(path)}</code>
  ) : (
    <a href={address(path)}>
      <code>{address(path)}</code>
    </a>
  )
