import { useTranslation } from '~/web/translation'

export type AskedDay = {
  lang: string
  keptDays: number
  questions: { id: number; label: string }[]
  asksPhotoConsent: boolean
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
      <p>
        {t('asked.kept', { days: day.keptDays })} {t('asked.ask')}
      </p>
    </div>
  )
}
