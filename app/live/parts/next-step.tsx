import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { mayStep, type Stage, type Unfinished } from '../rules'
import { nextStep, stepNouns } from '../steps'
import { StepLacks } from './step-lacks'

type Props = { id: number; stage: Stage; answerers: number; unfinished: Unfinished }

/** The one step that follows, or what it still needs. */
export function NextStep({ id, stage, answerers, unfinished }: Props) {
  const { t } = useTranslation('live')
  const step = nextStep(stage)
  if (!step) return null
  const may = mayStep(stepNouns[step], stage, { answerers, ...unfinished })
  const needs = may.ok ? undefined : may.why
  return (
    <Section title={t('desk.next')}>
      <p>{t(`desk.step-means.${step}`)}</p>
      <StepLacks id={id} unfinished={unfinished} why={needs} />
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
