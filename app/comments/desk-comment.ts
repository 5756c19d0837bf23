import type { SerializeFrom } from '@remix-run/node'
import type { DeskComment } from './reads.server'

/** What the desk's pages show of a comment; who entered it, whose account it is and the contact do not travel with it. */
export const atDesk = (comment: DeskComment) => {
  const { number, articleId, article, channel, stance, body, replacement, lang, displayName, receivedAt, late, withdrawnAt } = comment
  return { number, articleId, article, channel, stance, body, replacement, lang, displayName, receivedAt, late, withdrawnAt }
}

export type CommentAtDesk = SerializeFrom<ReturnType<typeof atDesk>>
