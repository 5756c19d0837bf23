import { UserText } from '~/ui/quote'
import { useTranslation } from '~/web/translation'

type Props = { question: { number: number; name: string; body: string; residents: number; guests: number } }

/** A question for the last row of the hall. */
export function ScreenQuestion({ question: { number, name, body, residents, guests } }: Props) {
  const { t } = useTranslation('live')
  return (
    <article data-number={number}>
      <p className="screen-by">
        <strong>{t('number', { number })}</strong> · {name ? <UserText>{name}</UserText> : t('unnamed')} · {t('question.supports-label')}{' '}
        {t('question.supports', { residents, guests })}
      </p>
      <p className="screen-body user-text" dir="auto">
        {body}
      </p>
    </article>
  )
}
