import { words } from '../words'
import { personalKinds } from './personal-data'
import { en } from './words-en'
import { zh } from './words-zh'

export const moderationWords = words(zh, en)

/** Every word that may stand between blocks, in any language: the only ones a redaction may add. */
export const maskLabels: readonly string[] = personalKinds.flatMap((kind) => [moderationWords.zh.kind[kind], moderationWords.en.kind[kind]])
