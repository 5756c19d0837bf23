import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { AskUs } from '../parts/ask-us'

const kept = ['text', 'name', 'contact', 'code', 'visit', 'live', 'account', 'cookies', 'log'] as const
const rights = ['see', 'withdraw', 'object', 'account', 'delete'] as const

/** What is kept of whom, why, how long, and whom to ask (Personal Information Protection Law, art. 17). */
export default function Privacy() {
  const { t } = useTranslation('county')
  const { county, lang } = usePage()
  const office = lang === 'en' && county.officeEn ? county.officeEn : county.office || county.name
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      <p>{t('privacy.who', { office })}</p>
      <Table
        caption={t('privacy.table')}
        rows={kept}
        rowKey={(each) => each}
        columns={[
          { header: t('privacy.what'), rowHeader: true, cell: (each) => t(`privacy.kept.${each}`) },
          { header: t('privacy.why'), cell: (each) => t(`privacy.reason.${each}`) },
          { header: t('privacy.long'), cell: (each) => t(`privacy.until.${each}`, { days: county.contactKeptDays }) },
        ]}
      />
      <Section title={t('privacy.safe')}>
        <p>{t('privacy.safe-text')}</p>
      </Section>
      <Section title={t('privacy.public')}>
        <p>{t('privacy.public-text')}</p>
      </Section>
      <Section title={t('privacy.rights')}>
        <ul>
          {rights.map((right) => (
            <li key={right}>{t(`privacy.right.${right}`)}</li>
          ))}
        </ul>
      </Section>
      <AskUs />
    </Page>
  )
}
