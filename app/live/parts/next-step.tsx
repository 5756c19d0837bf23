import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { mayStep, type Stage } from '../rules'
import { nextStep, stepNouns } from '../steps'

type Props = { id: number; stage: Stage; answerers: number; undecided: number }

/** The one step that follows, or what it still needs. */
export function NextStep({ id, stage, answerers, undecided }: Props) {
  const { t } = useTranslation('live')
  const step = nextStep(stage)
  if (!step) return null
  const may = mayStep(stepNouns[step], stage, { answerers, undecided })
  const needs = may.ok ? null : may.why
  return (
    <Section title={t('desk.next')}>
      <p>{t(`desk.step-means.${step}`)}</p>
      {needs === 'no-answerer' ? (
        <p>
          <a href={address(`/desk/live/${id}/answerers`)}>{t('desk.lacks.no-answerer')}</a>
        </p>
      ) : null}
      {needs === 'undecided' ? (
        <p>
          <a href={address(`/desk/live/${id}/questions`, { show: 'undecided' })}>{t('desk.lacks.undecided', { count: undecided })}</a>
        </p>
      ) : null}
      {needs ? null : (
        <ActionBar>
          <LinkButton href={address(`/desk/live/${id}/${step}`)} variant={stage === 'open' ? 'secondary' : 'primary'}>
            {t(`desk.step.${step}`)}
          </LinkButton>
        </ActionBar>
      )}
    </Section>
  )
}
