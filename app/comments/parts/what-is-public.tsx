import { useTranslation } from '~/web/translation'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import type { CommentedOn } from '../reads.server'
import { askedOf } from '../rules'
import { officeOf } from './office'

/** What becomes public, what is kept, how long, and whom to ask: said before anything is sent. */
export function WhatIsPublic({ on }: { on: CommentedOn }) {
  const { t } = useTranslation('comments')
  const { county, viewer } = usePage()
  const asked = askedOf(on, viewer !== null)
  const { who, phone } = officeOf(on, county)
  return (
    <Section title={t('public.title')}>
      <ul>
        <li>
          {t('public.shown')} <a href={address('/moderation-reasons')}>{t('public.reasons')}</a>
        </li>
        <li>{t(`public.name-${on.nameMode}`)}</li>
        <li>{t('public.contact', { days: county.contactKeptDays })}</li>
        {asked.contact === 'no' ? <li>{t('new.contact-account')}</li> : null}
        <li>
          {t('public.ask', { who, phone })} <a href={address('/privacy')}>{t('public.privacy')}</a>
        </li>
      </ul>
    </Section>
  )
}
