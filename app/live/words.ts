import { words } from '../words'
import { deskWordsEn } from './desk-words-en'
import { deskWordsZh } from './desk-words-zh'
import { pageWordsEn } from './page-words-en'
import { pageWordsZh } from './page-words-zh'

export const liveWords = words({ ...pageWordsZh, desk: deskWordsZh }, { ...pageWordsEn, desk: deskWordsEn })
