import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { CommentedOn } from '../form-reads.server'
import { askedOf } from '../rules'
import { officeOf } from './office'
import { PhoneLink } from './phone-link'

/** What becomes public, what is kept, how long, and whom to ask: said before anything is sent. */
export function WhatIsPublic({ on }: { on: CommentedOn }) {
  const { t } = useTranslation('comments')
  return (
    <Section title={t('public.title')}>
      <PublicFacts on={on} />
    </Section>
  )
}

export function PublicFacts({ on }: { on: CommentedOn }) {
  const { t } = useTranslation('comments')
  const { county, viewer } = usePage()
  const asked = askedOf(on, viewer !== null)
  const { who, phone } = officeOf(on, county)
  const reasons = <a href={address('/moderation-reasons')}>{t('public.reasons')}</a>
  const privacy = <a href={address('/privacy')}>{t('public.privacy')}</a>
  return (
    <SummaryList
      plain
      items={[
        {
          key: t('public.shown'),
          value: (
            <>
              {t('public.shown-text')} {reasons}
            </>
          ),
        },
        { key: t('public.name'), value: t(`public.name-${on.nameMode}`) },
        {
          key: t('public.hidden'),
          value: (
            <>
              {t('public.hidden-text', { days: on.contactKeptDays ?? county.contactKeptDays })}{' '}
              {asked.contact === 'no' ? t('new.contact-account') : null}
            </>
          ),
        },
        {
          key: t('public.ask'),
          value: (
            <>
              {t('public.ask-text', { who })} <PhoneLink phone={phone} /> {privacy}
            </>
          ),
        },
      ]}
    />
  )
}
