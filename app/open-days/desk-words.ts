export { deskEn } from './desk-words-en'
export { deskZh } from './desk-words-zh'
