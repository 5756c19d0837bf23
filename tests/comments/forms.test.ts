import { describe, expect, test } from 'vitest'
import { parseWithZod } from '@conform-to/zod/v4'
import { commentForm } from '~/comments/forms'
import { COMMENT_MAX, displayName } from '~/comments/rules'
import { haveHostile, hostileNames, hostileTexts, surnames } from './hostile'

const asked = { name: true, contact: 'optional' } as const
const KEY = 'abcdefghijklmnopqrstuv'

const usual = commentForm(asked)

function read(values: Record<string, string>, form?: Parameters<typeof commentForm>[0]) {
  const data = new FormData()
  for (const [name, value] of Object.entries({ key: KEY, ...values })) data.append(name, value)
  const submission = parseWithZod(data, { schema: form ? commentForm(form) : usual })
  return submission.status === 'success'
    ? { ok: true as const, value: submission.value }
    : { ok: false as const, errors: submission.error ?? {} }
}
const errorsOf = (values: Record<string, string>, form?: Parameters<typeof commentForm>[0]) => {
  const result = read(values, form)
  return result.ok ? {} : Object.fromEntries(Object.entries(result.errors).map(([field, messages]) => [field, messages?.[0]]))
}

describe('what a resident may send', () => {
  test('words alone are enough where nothing more is asked', () => {
    expect(read({ body: '好' })).toEqual({
      ok: true,
      value: { key: KEY, stance: null, body: '好', replacement: '', name: '', contact: null },
    })
  })
  test('outer spaces and line breaks stay as typed; line ends of forms become plain ones', () => {
    expect(read({ body: '  一\r\n\r\n二  ' })).toMatchObject({ value: { body: '  一\n\n二  ' } })
  })
  test('nothing, spaces and invisible characters are no comment', () => {
    for (const body of ['', '   ', '\u3000\n', '\u200b\u200d', '\u00ad', '\u0301\u0301'])
      expect(errorsOf({ body })).toEqual({ body: 'comments:error.body-required' })
  })
  test('the limit counts what a reader counts: 5000 characters pass, 5001 do not', () => {
    for (const character of ['字', '𠮷', '👩‍👩‍👧']) {
      expect(read({ body: character.repeat(COMMENT_MAX) }).ok).toBe(true)
      expect(errorsOf({ body: character.repeat(COMMENT_MAX + 1) })).toEqual({ body: 'comments:error.body-long' })
    }
  })
  test('NUL, control characters, lone surrogates and a million combining marks are refused with a sentence', () => {
    expect(errorsOf({ body: 'a\u0000b' })).toEqual({ body: 'web:error.control-characters' })
    expect(errorsOf({ body: 'a\u001b[31mb' })).toEqual({ body: 'web:error.control-characters' })
    expect(commentForm(asked).safeParse({ key: KEY, body: 'a\ud800b' }).error?.issues[0]?.message).toBe('web:error.broken-characters')
    expect(errorsOf({ body: `a${'\u0301'.repeat(1_000_000)}` })).toEqual({ body: 'comments:error.body-long' })
    expect(errorsOf({ body: `a${'\u0301'.repeat(40)}` })).toEqual({ body: 'web:error.mark-tower' })
  })
  test('a contact is asked for where the notice asks, and only there taken', () => {
    expect(errorsOf({ body: '好' }, { name: true, contact: 'needed' })).toEqual({ contact: 'comments:error.contact-required' })
    expect(errorsOf({ body: '好', contact: '不告诉你' }, { name: true, contact: 'needed' })).toEqual({
      contact: 'comments:error.contact-invalid',
    })
    expect(read({ body: '好', contact: '13800001111', name: '朱明' }, { name: false, contact: 'no' })).toMatchObject({
      value: { contact: null, name: '' },
    })
  })
  test('what is not asked for may be missing altogether', () => {
    expect(read({ body: '好' }, { name: false, contact: 'no' })).toMatchObject({ value: { contact: null, name: '' } })
  })
  test('“no position” is no stance, and an invented one is refused', () => {
    expect(read({ body: '好', stance: 'none' })).toMatchObject({ value: { stance: null } })
    expect(errorsOf({ body: '好', stance: 'maybe' })).toEqual({ stance: 'comments:error.stance' })
  })
  test('without a sound form key the form comes back', () => {
    for (const key of ['', 'short', 'import:abc:1', `${KEY} `]) expect(errorsOf({ key, body: '好' })).toEqual({ key: 'comments:error.key' })
  })
})

describe.skipIf(!haveHostile)('every line of the hostile collection', () => {
  test('is taken as typed or refused with a word key, and never throws', () => {
    let taken = 0
    for (const text of hostileTexts()) {
      const result = read({ body: text, replacement: text, name: text, contact: text })
      if (result.ok) taken += 1
      else for (const messages of Object.values(result.errors)) expect(messages![0]).toMatch(/^(comments|web):error\.[a-z-]+$/)
      const alone = read({ body: text })
      if (alone.ok) expect(alone.value.body).toBe(text.replace(/\r\n?/g, '\n'))
    }
    expect(taken).toBeLessThan(hostileTexts().length)
  })

  test('almost every line is taken as a comment: refused are only control characters, towers of marks and emptiness', () => {
    const refused = hostileTexts().flatMap((body) => {
      const result = read({ body })
      return result.ok ? [] : [result.errors.body?.[0]]
    })
    expect(new Set(refused)).toEqual(
      new Set(
        ['comments:error.body-required', 'web:error.control-characters', 'web:error.mark-tower'].filter((key) => refused.includes(key)),
      ),
    )
    expect(refused.length).toBeLessThan(20)
  })

  test('names of any length and rarity are masked to one surname', () => {
    for (const name of hostileNames()) {
      const shown = displayName('masked', name)
      expect(shown.endsWith('**')).toBe(true)
      expect(shown.isWellFormed()).toBe(true)
      expect([...shown].length).toBeLessThanOrEqual(4)
    }
  })

  test('every double surname of the list keeps both characters and every single one keeps one', () => {
    const misspelt = new Set(['殴阳', '冷狐', '夏候'])
    for (const surname of surnames()) if (!misspelt.has(surname)) expect(displayName('masked', `${surname}明远`)).toBe(`${surname}**`)
  })
})
