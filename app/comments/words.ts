import { words } from '../words'
import { deskWords } from './desk-words'
import { receiptWords } from './receipt-words'
import { en } from './words-en'
import { zh } from './words-zh'

export const commentsWords = words(
  { ...zh, receipt: receiptWords.zh, desk: deskWords.zh },
  { ...en, receipt: receiptWords.en, desk: deskWords.en },
)
