import { Button, LinkButton } from '~/ui/button'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { listQuery, type Back } from '../back'
import { isQuick, type Act, type QuickAct } from '../desk-acts'

type Props = {
  sessionId: number
  question: { number: number; version: number }
  acts: readonly Act[]
  /** The one that is wanted most. */
  primary?: Act
  /** The list the buttons stand in: the reader is brought back there. */
  back?: Back
}

/** Buttons of one question. Each sends the version that is shown beside it. */
export function ActBar({ sessionId, question, acts, primary = 'publication', back }: Props) {
  const { t } = useTranslation('live')
  const { number } = question
  const weight = (act: Act) => (act === primary ? 'primary' : 'secondary')
  const about = <VisuallyHidden> {t('desk.question', { number })}</VisuallyHidden>
  return (
    <div className="button-row">
      {acts.map((act) =>
        isQuick(act) ? (
          <QuickForm key={act} {...{ sessionId, question, act, back }} variant={weight(act)} />
        ) : (
          <LinkButton
            key={act}
            href={address(`/desk/live/${sessionId}/questions/${number}/${act}`, listQuery(back))}
            variant={weight(act)}
            small
          >
            {t(`desk.act.${act}`)}
            {about}
          </LinkButton>
        ),
      )}
    </div>
  )
}

type QuickProps = Omit<Props, 'acts' | 'primary'> & { act: QuickAct; variant: 'primary' | 'secondary' }

function QuickForm({ sessionId, question, act, variant, back }: QuickProps) {
  const { t } = useTranslation('live')
  const { number, version } = question
  return (
    <form method="post" action={address(`/desk/live/${sessionId}/questions/${number}/${act}`, listQuery(back))}>
      <input type="hidden" name="version" value={version} />
      <Button variant={variant} small>
        {t(`desk.act.${act}`)}
        <VisuallyHidden> {t('desk.question', { number })}</VisuallyHidden>
      </Button>
    </form>
  )
}
