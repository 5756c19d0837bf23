import { words } from '../words'
import { en } from './words-en'
import { zh } from './words-zh'

export const reportsWords = words(zh, en)
