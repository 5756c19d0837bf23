import { VisuallyHidden } from './visually-hidden'

export type DiffPart = { kind: 'same' | 'ins' | 'del'; text: string }
export type DiffLabels = { ins: string; insEnd: string; del: string; delEnd: string }

/** Screen readers mostly skip <ins> and <del>, so the words stand there too: 新增 … 新增结束. */
export const Diff = ({ parts, labels, lang }: { parts: readonly DiffPart[]; labels: DiffLabels; lang?: string }) => (
  <div className="diff user-text" dir="auto" lang={lang}>
    {parts.map((part, index) => {
      if (part.kind === 'ins')
        return (
          <ins key={index}>
            <VisuallyHidden>{labels.ins}</VisuallyHidden>
            {part.text}
            <VisuallyHidden>{labels.insEnd}</VisuallyHidden>
          </ins>
        )
      if (part.kind === 'del')
        return (
          <del key={index}>
            <VisuallyHidden>{labels.del}</VisuallyHidden>
            {part.text}
            <VisuallyHidden>{labels.delEnd}</VisuallyHidden>
          </del>
        )
      return <span key={index}>{part.text}</span>
    })}
  </div>
)
