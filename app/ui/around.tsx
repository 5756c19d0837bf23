import type { ReactNode } from 'react'

/** Given to a sentence in place of a value, marks where a piece of its own goes in. */
export const PIECE = '\uFFFC'

/** A sentence around a piece that is in another language or more than text: 对〈第八条〉提意见. */
export function Around({ sentence, children }: { sentence: string; children: ReactNode }) {
  const [before, ...after] = sentence.split(PIECE)
  return (
    <>
      {before}
      {children}
      {after.join('')}
    </>
  )
}
