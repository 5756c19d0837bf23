import { Instant } from '~/consultations/parts/instant'
import { Stages } from '~/ui/stages'
import { useTranslation } from '~/web/translation'
import type { DrawStage } from '../rules'

type At = string | Date | null
type Props = { stage: DrawStage; draw: { namedAt: At; frozenAt: At; speaksAt: At; drawnAt: At } | null }

const done = { unnamed: 0, named: 1, missed: 1, frozen: 2, due: 3, drawn: 4 } as const

/** 写明随机来源 → 固定名单 → 来源公布数值 → 抽签 */
export function DrawSteps({ stage, draw }: Props) {
  const { t } = useTranslation('draws')
  const moments = { named: draw?.namedAt, frozen: draw?.frozenAt, spoken: draw?.speaksAt, drawn: draw?.drawnAt }
  const steps = (['named', 'frozen', 'spoken', 'drawn'] as const).map((step, index) => {
    const state = index < done[stage] ? ('done' as const) : index === done[stage] ? ('current' as const) : ('todo' as const)
    const at = moments[step]
    return { label: t(`step.${step}`), state, stateLabel: t(`step-state.${state}`), note: at ? <Instant at={at} /> : null }
  })
  return <Stages label={t('steps')} stages={steps} />
}
