import type { SerializeFrom } from '@remix-run/node'
import { i18nFor, languages } from '~/i18n'
import { personalDataIn } from '../personal-data'
import type { Moderation } from '../reads.server'
import { covered } from '../redaction'

type Comment = { body: string; replacement: string; lang: string }

/** What the form shows first: the decision as it stands, else what was pointed out already covered. */
export function proposalFor(comment: Comment, moderation: SerializeFrom<Moderation> | null) {
  // The labels become part of the comment, so they are in its language, not in the moderator's.
  const lng = languages.find((language) => language === comment.lang) ?? 'zh-CN'
  const cover = (text: string) => covered(text, (kind) => i18nFor(lng).t(`moderation:kind.${kind}`))
  const found = personalDataIn(`${comment.body}\n${comment.replacement}`).length > 0
  return {
    visibility: moderation?.visibility ?? (found ? 'redacted' : 'published'),
    reason: moderation?.reason ?? (found ? 'personal-data' : ''),
    note: moderation?.note ?? '',
    publicBody: moderation?.publicBody ?? cover(comment.body),
    publicReplacement: moderation?.publicReplacement ?? cover(comment.replacement),
    seenVersion: String(moderation?.version ?? 0),
  }
}
