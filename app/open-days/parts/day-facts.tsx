import { DepartmentName } from '~/accounts/parts/department-name'
import { Instant } from '~/consultations/parts/instant'
import { Prose } from '~/consultations/parts/notice'
import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { publicSeats, type ShownSlot } from '../rules'

export type NoticeOfDay = {
  lang: string
  department: { name: string; nameEn: string }
  campaign: { title: string; lang: string } | null
  consultation: { slug: string; title: string; lang: string } | null
  place: string
  access: string
  whoMayCome: string
  partyMost: number
  slots: ShownSlot[]
  publishedAt: Date | string | null
  opensAt: Date | string | null
  closesAt: Date | string | null
}

/** Who holds it, where, for whom, how many, until when. */
export function DayFacts({ day }: { day: NoticeOfDay }) {
  const { t } = useTranslation('open-days')
  const running = day.slots.filter(({ cancelledAt }) => !cancelledAt)
  const places = running.flatMap(({ pools }) => publicSeats(pools)).reduce((sum, { capacity }) => sum + capacity, 0)
  const text = (key: string, value: string) => (value ? [{ key, value: <Prose text={value} lang={day.lang} /> }] : [])
  const instant = (key: string, at: Date | string | null) => (at ? [{ key, value: <Instant at={at} /> }] : [])
  return (
    <SummaryList
      plain
      items={[
        { key: t('department'), value: <DepartmentName of={day.department} /> },
        ...(day.campaign ? [{ key: t('fact.campaign'), value: <UserText lang={day.campaign.lang}>{day.campaign.title}</UserText> }] : []),
        ...text(t('fact.place'), day.place),
        ...text(t('fact.access'), day.access),
        ...text(t('fact.who'), day.whoMayCome),
        {
          key: t('fact.number'),
          value: (
            <>
              {t('fact.number-of', { slots: running.length, count: places })}
              <br />
              <span className="hint">{t('fact.party-most', { count: day.partyMost })}</span>
            </>
          ),
        },
        ...instant(t('opens'), day.opensAt),
        ...instant(t('closes'), day.closesAt),
        ...(day.consultation
          ? [
              {
                key: t('fact.about'),
                value: (
                  <a href={address(`/consultations/${day.consultation.slug}`)}>
                    <UserText lang={day.consultation.lang}>{day.consultation.title}</UserText>
                  </a>
                ),
              },
            ]
          : []),
        ...instant(t('fact.published'), day.publishedAt),
      ]}
    />
  )
}
