import type { ReactNode } from 'react'
import { CopyIcon, PrintIcon, SpeakerIcon, StopIcon } from './icons'

/** These need public/enhance.js: they stay hidden until it has run and found what they need. */
export const PrintButton = ({ children }: { children: ReactNode }) => (
  <button className="button is-secondary is-small" type="button" hidden data-print="">
    <PrintIcon />
    <span>{children}</span>
  </button>
)

/** Copies the text of the element with the id `target`, or `text`; `done` and `failed` are announced. */
export const CopyButton = ({
  target,
  text,
  done,
  failed,
  children,
}: {
  target?: string
  text?: string
  done: string
  failed: string
  children: ReactNode
}) => (
  <button
    className="button is-secondary is-small"
    type="button"
    hidden
    data-copy={target ?? ''}
    data-copy-text={text}
    data-done={done}
    data-failed={failed}
  >
    <CopyIcon />
    <span>{children}</span>
  </button>
)

/** Reads the element with the id `target` aloud in its own `lang`; a second button stops it. */
export const ReadAloudButton = ({ target, stop, children }: { target: string; stop: ReactNode; children: ReactNode }) => (
  <span className="read-aloud">
    <button className="button is-secondary is-small" type="button" hidden data-read={target}>
      <SpeakerIcon />
      <span>{children}</span>
    </button>
    <button className="button is-secondary is-small" type="button" hidden data-read-stop="">
      <StopIcon />
      <span>{stop}</span>
    </button>
  </span>
)
