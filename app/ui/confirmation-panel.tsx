import type { ReactNode } from 'react'

export type ConfirmationPanelProps = { title: ReactNode; codeLabel?: ReactNode; code?: string; codeId?: string; children?: ReactNode }

/** The page after a form: what happened and the number to keep. Holds the page's h1. */
export const ConfirmationPanel = ({ title, codeLabel, code, codeId = 'code', children }: ConfirmationPanelProps) => (
  <div className="confirmation-panel">
    <h1>{title}</h1>
    {code ? (
      <p className="confirmation-code">
        {codeLabel ? <span>{codeLabel}</span> : null}{' '}
        <strong className="code" id={codeId} translate="no">
          {code}
        </strong>
      </p>
    ) : null}
    {children}
  </div>
)
