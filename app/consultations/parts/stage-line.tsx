import { useTranslation } from '~/web/translation'
import { Stages } from '~/ui/stages'
import type { Stage } from '../rules'
import { Instant } from './instant'

type Props = { stage: Stage; opensAt: string | null; closesAt: string | null; reportedAt: string | null }
const reached = { prepared: 0, submitted: 0, scheduled: 0, open: 0, closed: 1, reported: 2 } as const

/** 征集中 → 研究处理 → 已反馈 */
export function StageLine({ stage, opensAt, closesAt, reportedAt }: Props) {
  const { t } = useTranslation('consultations')
  const at = reached[stage]
  const state = (step: number) => (stage === 'reported' || step < at ? 'done' : step === at && stage !== 'scheduled' ? 'current' : 'todo')
  const notes = [
    closesAt ? (
      stage === 'scheduled' && opensAt ? (
        <>
          {t('step.opens')} <Instant at={opensAt} dayOnly />
        </>
      ) : (
        <>
          {t('step.until')} <Instant at={closesAt} dayOnly />
        </>
      )
    ) : null,
    null,
    reportedAt ? <Instant at={reportedAt} dayOnly /> : null,
  ]
  const steps = (['collect', 'study', 'report'] as const).map((step, i) => ({
    label: t(`step.${step}`),
    state: state(i) as 'done' | 'current' | 'todo',
    stateLabel: t(`step-state.${state(i)}`),
    note: notes[i],
  }))
  return <Stages label={t('step.label')} stages={steps} />
}
