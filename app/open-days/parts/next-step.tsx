import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

type Props = {
  id: number
  stage: string
  mayEdit: boolean
  complete: boolean
  decision: { ok: true } | { ok: false; why: string }
}

/** What this person can do next before the day is out. */
export function NextStep({ id, stage, mayEdit, complete, decision }: Props) {
  const { t } = useTranslation('open-days')
  const at = (noun: string) => address(`/desk/open-days/${id}/${noun}`)
  if (mayEdit)
    return complete ? (
      <ActionBar>
        <LinkButton href={at('approval-request')}>{t('desk.ask-approval')}</LinkButton>
      </ActionBar>
    ) : null
  if (decision.ok)
    return (
      <ActionBar>
        <LinkButton href={at('publication')}>{t('desk.check-and-publish')}</LinkButton>
        <LinkButton href={at('return')} variant="secondary">
          {t('desk.return')}
        </LinkButton>
      </ActionBar>
    )
  return stage === 'submitted' ? <p>{t(decision.why === 'own-work' ? 'desk.why.own-work' : 'desk.waiting')}</p> : null
}
