import { Details } from '~/ui/details'
import { useTranslation } from '~/web/translation'
import { declineReasons, type Naming } from '../rules'

type Props = {
  session: { lang: string; houseRules: string; naming: Naming; premoderated: boolean; questionsMost: number; slowSeconds: number }
  /** Null where nothing can be asked. */
  left: number | null
}

/** What holds here, said before anybody writes. */
export function AskRules({ session, left }: Props) {
  const { t } = useTranslation('live')
  const { lang, houseRules, naming, premoderated, questionsMost, slowSeconds } = session
  return (
    <div className="prose">
      <ul>
        <li>{premoderated ? t('ask.premoderated') : t('ask.at-once')}</li>
        {left === null ? null : <li>{t('ask.most', { most: questionsMost, left })}</li>}
        {slowSeconds > 0 ? <li>{t('ask.slow', { seconds: slowSeconds })}</li> : null}
        <li>{t(`ask.naming-${naming}`)}</li>
        <li>{t('ask.kept')}</li>
      </ul>
      {houseRules ? (
        <>
          <h3>{t('facts.rules')}</h3>
          <p className="user-text" lang={lang}>
            {houseRules}
          </p>
        </>
      ) : null}
      <Details summary={t('ask.reasons')}>
        <ul>
          {declineReasons.map((reason) => (
            <li key={reason}>{t(`reason.${reason}`)}</li>
          ))}
        </ul>
        <p>{t('ask.reasons-told')}</p>
      </Details>
    </div>
  )
}
