import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { countyLang } from '../rules'

/** Whom to ask: the office that runs this site, by every way it has. */
export function AskUs() {
  const { t } = useTranslation('county')
  const { county, lang } = usePage()
  const items = [
    { key: t('ask.office'), value: lang === 'en' && county.officeEn ? county.officeEn : county.office },
    { key: t('ask.phone'), value: county.phone && <a href={`tel:${county.phone.replace(/[^\d+]/g, '')}`}>{county.phone}</a> },
    { key: t('ask.email'), value: county.email && <a href={`mailto:${county.email}`}>{county.email}</a> },
    { key: t('ask.address'), value: county.address && <UserText lang={countyLang}>{county.address}</UserText> },
  ].filter((item) => item.value)
  if (items.length === 0) return null
  return (
    <Section id="ask" title={t('ask.title')}>
      <SummaryList plain items={items} />
    </Section>
  )
}
