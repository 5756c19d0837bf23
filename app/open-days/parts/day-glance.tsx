import { PhoneLink } from '~/comments/parts/phone-link'
import { Instant } from '~/consultations/parts/instant'
import { Card } from '~/ui/card'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { ShownDay } from '../rules'
import { PlacesLeft } from './places-left'
import { RegisterButton } from './where-day-stands'

type Props = { day: Pick<ShownDay, 'slug' | 'stage' | 'choosing' | 'places' | 'left' | 'closesAt'> & { contactPhone: string } }

/** Beside the notice: what is left, until when, and the way in. */
export function DayGlance({ day }: Props) {
  const { t } = useTranslation('open-days')
  const isOpen = day.stage === 'open'
  return (
    <Card title={t('glance')} tone="paper">
      <SummaryList
        plain
        items={[
          ...(day.places > 0 && day.stage !== 'cancelled' ? [{ key: t('places'), value: <PlacesLeft day={day} /> }] : []),
          { key: t('closes'), value: <Instant at={day.closesAt!} /> },
          ...(day.contactPhone ? [{ key: t('contact.phone'), value: <PhoneLink phone={day.contactPhone} /> }] : []),
        ]}
      />
      {isOpen ? <RegisterButton slug={day.slug} /> : null}
      <p>
        <a href={address('/registrations')}>{t('find-mine')}</a>
      </p>
    </Card>
  )
}
