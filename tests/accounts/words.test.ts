import { expect, test } from 'vitest'
import { accountsWords } from '~/accounts/words'
import { roles } from '~/accounts/rules'

const keys = (tree: object, at = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'object' ? keys(value, `${at}${key}.`) : [`${at}${key}`]))

test('every sentence is there in both languages and none is empty', () => {
  expect(keys(accountsWords.en)).toEqual(keys(accountsWords.zh))
  const sentences = (tree: object): string[] =>
    Object.values(tree).flatMap((value) => (typeof value === 'object' ? sentences(value) : [value as string]))
  for (const side of [accountsWords.zh, accountsWords.en]) expect(sentences(side).every((sentence) => sentence.trim() !== '')).toBe(true)
})

test('every role has a name', () => expect(Object.keys(accountsWords.zh.role)).toEqual([...roles]))
