import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSettings, settingsSchema } from '~/settings.server'

const names = Object.keys(settingsSchema.shape)

describe('the settings', () => {
  it.each(['.env.example', 'README.md', 'README.en.md'])('%s lists every one and no other', (file) => {
    const text = readFileSync(file, 'utf8')
    const listed = file === '.env.example' ? [...text.matchAll(/^# ?([A-Z][A-Z_]+)=/gm)] : [...text.matchAll(/^\| `([A-Z][A-Z_]+)` +\|/gm)]
    expect(listed.map((found) => found[1]).toSorted()).toEqual(names.toSorted())
  })

  it('none is needed', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, BASE_PATH: '', DEMO: 'on' })
  })

  it('a gateway with its key is taken', () => {
    expect(readSettings({ SMS_URL: 'https://kaimen:key@gateway.example/send' }).SMS_URL).toContain('gateway.example')
  })

  it.each(['redis://redis', 'redis://:50%25@redis:6380/1', 'rediss://kaimen:word@redis.example'])('%s is taken', (url) => {
    expect(readSettings({ REDIS_URL: url }).REDIS_URL).toBe(url)
  })

  it('an empty one counts as not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' }).PORT).toBe(3000)
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['REDIS_URL', 'http://redis'],
    ['REDIS_URL', 'redis://redis/county'],
    ['REDIS_URL', 'redis://:50%@redis'],
    ['PUBLIC_URL', 'kaimen.example'],
    ['BASE_PATH', 'kaimen'],
    ['BASE_PATH', '/kaimen/'],
    ['SMTP_URL', 'http://mail'],
    ['SMS_URL', 'gateway'],
    ['SMS_URL', 'https://gateway.example/send'],
    ['DEMO', 'yes'],
  ])('%s=%s is refused with one line that names it', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrowError(new RegExp(`^${name}: [^\\n]+$`))
  })
})
