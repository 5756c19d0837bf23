import { Details } from '~/ui/details'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { AskUs } from '../parts/ask-us'

const questions = [
  'how',
  'account',
  'article',
  'receipt',
  'lost',
  'withdraw',
  'shown',
  'withheld',
  'outcome',
  'offline',
  'elder',
  'problem',
] as const

export default function Help() {
  const { t } = useTranslation('county')
  const { county } = usePage()
  return (
    <Page title={t('help.title')} lead={t('help.lead')}>
      {questions.map((question) => (
        <Details key={question} id={question} summary={t(`help.question.${question}`)}>
          <p>{t(`help.answer.${question}`, { days: county.reportWithinDays })}</p>
        </Details>
      ))}
      <Section title={t('help.links')}>
        <ul>
          <li>
            <a href={address('/moderation-reasons')}>{t('help.reasons')}</a>
          </li>
          <li>
            <a href={address('/privacy')}>{t('privacy.title')}</a>
          </li>
          <li>
            <a href={address('/receipts')}>{t('home.receipt')}</a>
          </li>
        </ul>
      </Section>
      <AskUs />
    </Page>
  )
}
