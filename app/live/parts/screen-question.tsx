import { UserText } from '~/ui/quote'
import { useTranslation } from '~/web/translation'

type Props = { question: { number: number; name: string; body: string; residents: number; guests: number } }

const LONG = 50
const LONGEST = 130
/** What a line takes, however short it is. */
const LINE = 20

/** The longer, the smaller: all of it stays on the screen. */
const sizeOf = (body: string) => {
  const length = Math.max(body.length, body.split('\n').length * LINE)
  return length > LONGEST ? ' is-longest' : length > LONG ? ' is-long' : ''
}

/** A question for the last row of the hall. */
export function ScreenQuestion({ question: { number, name, body, residents, guests } }: Props) {
  const { t } = useTranslation('live')
  return (
    <article data-number={number}>
      <p className="screen-by">
        <strong>{t('number', { number })}</strong> · {name ? <UserText>{name}</UserText> : t('unnamed')} · {t('question.supports-label')}{' '}
        {t('question.supports', { all: residents + guests, residents, guests })}
      </p>
      <p className={`screen-body user-text${sizeOf(body)}`} dir="auto">
        {body}
      </p>
    </article>
  )
}
