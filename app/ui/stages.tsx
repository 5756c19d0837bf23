import type { ReactNode } from 'react'
import { CheckIcon } from './icons'
import { VisuallyHidden } from './visually-hidden'

export type Stage = { label: ReactNode; state: 'done' | 'current' | 'todo'; stateLabel: ReactNode; note?: ReactNode }

/** 征集中 → 研究处理 → 已反馈. `stateLabel` is read, not shown: 已完成, 进行中, 未开始. */
export const Stages = ({ label, stages }: { label: string; stages: readonly Stage[] }) => (
  <ol className="stages" aria-label={label}>
    {stages.map((stage, index) => (
      <li key={index} className={`is-${stage.state}`} aria-current={stage.state === 'current' ? 'step' : undefined}>
        <span className="stage-mark" aria-hidden="true">
          {stage.state === 'done' ? <CheckIcon /> : index + 1}
        </span>
        <span className="stage-text">
          <span className="stage-label">
            {stage.label}
            <VisuallyHidden> ({stage.stateLabel})</VisuallyHidden>
          </span>
          {stage.note ? <span className="stage-note">{stage.note}</span> : null}
        </span>
      </li>
    ))}
  </ol>
)
