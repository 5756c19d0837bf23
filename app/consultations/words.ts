import { words } from '../words'
import { deskWords } from './desk-words'
import { en } from './words-en'
import { zh } from './words-zh'

/** What residents read is in words-zh.ts and words-en.ts; what staff read, in desk-words.ts. */
export const consultationsWords = words({ ...deskWords.zh, ...zh }, { ...deskWords.en, ...en })
