import { useTranslation } from '~/web/translation'
import { LinkButton } from '~/ui/button'
import { Inset } from '~/ui/inset'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { moderationReasons } from '../rules'

/** The public list of reasons: what may be hidden, what never, and how to object. */
export default function Reasons() {
  const { t } = useTranslation('moderation')
  return (
    <Page title={t('reasons.title')} lead={t('reasons.lead')}>
      <Section title={t('reasons.list')}>
        <SummaryList items={moderationReasons.map((key) => ({ key: t(`reason.${key}`), value: t(`reason-means.${key}`) }))} />
      </Section>
      <Section title={t('reasons.never-title')}>
        <Inset>
          <p>{t('reasons.never')}</p>
        </Inset>
      </Section>
      <Section title={t('reasons.shown-title')}>
        <p>{t('reasons.shown')}</p>
        <p>{t('reasons.rewrite')}</p>
      </Section>
      <Section title={t('reasons.told-title')}>
        <p>{t('reasons.told')}</p>
      </Section>
      <Section title={t('reasons.object-title')}>
        <p>{t('reasons.object')}</p>
        <LinkButton variant="secondary" href={address('/receipts')}>
          {t('reasons.find-receipt')}
        </LinkButton>
      </Section>
    </Page>
  )
}
