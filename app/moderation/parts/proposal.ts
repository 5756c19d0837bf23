import type { SerializeFrom } from '@remix-run/node'
import { i18nFor, type Language } from '~/i18n'
import { personalDataIn } from '../personal-data'
import type { Moderation } from '../reads.server'
import { covered } from '../redaction'

/** The labels become part of the comment, so they are in its own language, not in the moderator's. */
const languageOf = (text: string, lang: string): Language => (lang === 'en' && !/\p{Script=Han}/u.test(text) ? 'en' : 'zh-CN')

type Comment = { body: string; replacement: string; lang: string }

/** What the form shows first: the decision as it stands, else what was pointed out already covered. */
export function proposalFor(comment: Comment, moderation: SerializeFrom<Moderation> | null) {
  const cover = (text: string) => covered(text, (kind) => i18nFor(languageOf(text, comment.lang)).t(`moderation:kind.${kind}`))
  const found = personalDataIn(`${comment.body}\n${comment.replacement}`).length > 0
  return {
    // A fresh comment has no default: what becomes public is somebody's choice.
    visibility: moderation?.visibility ?? '',
    reason: moderation?.reason ?? (found ? 'personal-data' : ''),
    note: moderation?.note ?? '',
    publicBody: moderation?.publicBody ?? cover(comment.body),
    publicReplacement: moderation?.publicReplacement ?? cover(comment.replacement),
    seenVersion: String(moderation?.version ?? 0),
  }
}
