import { UserText } from '~/ui/quote'
import { askedOf, type Asks } from '~/party-details/rules'
import { useTranslation } from '~/web/translation'

export type AskedDay = Asks & {
  lang: string
  keptDays: number
  questions: { id: number; label: string }[]
  asksPhotoConsent: boolean
  detailsDays: number
}

/** What a registration holds, why, for how long, and whom to ask (Personal Information Protection Law, art. 17). */
export function WhatIsAsked({ day }: { day: AskedDay }) {
  const { t } = useTranslation('open-days')
  return (
    <div className="prose">
      <ul>
        <li>{t('asked.name')}</li>
        <li>{t('asked.contact')}</li>
        <li>{t('asked.party')}</li>
        {day.questions.length > 0 ? (
          <li>
            {t('asked.questions')}
            <ul>
              {day.questions.map(({ id, label }) => (
                <li key={id} className="user-text" lang={day.lang}>
                  {label}
                </li>
              ))}
            </ul>
          </li>
        ) : null}
        {day.asksPhotoConsent ? <li>{t('asked.photo')}</li> : null}
      </ul>
      {askedOf(day).length > 0 ? <AskedAfterwards day={day} /> : null}
      <p>
        {t('asked.kept', { days: day.keptDays })} {t('asked.ask')}
      </p>
    </div>
  )
}

/** Not asked of anybody who has no place. */
export function AskedAfterwards({ day }: { day: Asks & { lang: string; detailsDays: number } }) {
  const { t } = useTranslation(['open-days', 'party-details'])
  return (
    <>
      <p>{t('asked.afterwards', { days: day.detailsDays, count: day.detailsDays })}</p>
      <ul>
        {askedOf(day).map(({ what, why }) => (
          <li key={what}>
            {t('asked.because', { what: t(`party-details:what.${what}`) })}
            <UserText lang={day.lang}>{why}</UserText>
          </li>
        ))}
      </ul>
      <p>{t('asked.sealed')}</p>
    </>
  )
}
