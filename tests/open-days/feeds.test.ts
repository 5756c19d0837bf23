import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { xml2js } from 'xml-js'
import { describe, expect, test } from 'vitest'
import { loader as dayCalendar } from '~/open-days/pages/calendar'
import { loader as allCalendar } from '~/open-days/pages/calendar-feed'
import { loader as atom } from '~/open-days/pages/feed'
import { registerParty } from '~/registrations/register-writes.server'
import { db } from '#db/connection.server'
import { useDatabase } from '../support/database'
import { anOpenDay, aParty } from '../registrations/given'
import { slots } from '#db/schema/open-days'

useDatabase()

const HOSTILE = '走进]]><script>alert(1)</script> & "水厂", 一; 二\\ 三'
const context = {
  origin: 'https://kaimen.example.cn',
  lang: 'zh-CN',
  county: { name: '测试县', office: '县政府办', zone: 'Asia/Shanghai' },
} as AppLoadContext
type Loader = (given: LoaderFunctionArgs) => Promise<Response>

async function read(loader: Loader, slug?: string) {
  const request = new Request('https://kaimen.example.cn/')
  const response = await loader({ request, params: { slug }, context })
  return { response, text: await response.text() }
}

/** The lines of a calendar file, unfolded (RFC 5545, 3.1); fails where it is not well-formed. */
function linesOf(text: string): string[] {
  expect(text.endsWith('END:VCALENDAR\r\n') || text.endsWith('END:VCALENDAR')).toBe(true)
  for (const line of text.split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/)
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  }
  const lines = text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)
  const open: string[] = []
  for (const line of lines) {
    expect(line).toMatch(/^[A-Z-]+[:;]/)
    if (line.startsWith('BEGIN:')) open.push(line.slice(6))
    if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4))
  }
  expect(open).toEqual([])
  return lines
}
const valuesOf = (lines: string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1))

describe('the feed', () => {
  test('is well-formed, newest first, says what is cancelled, and a hostile title stays text', async () => {
    const cancelled = { cancelledAt: new Date(), cancelledWhy: '台风' }
    const { day } = await anOpenDay({ title: HOSTILE, summary: HOSTILE })
    const { day: off } = await anOpenDay({ title: '消防站开放', publishedAt: new Date(Date.now() - 3 * 86_400_000), ...cancelled })
    await anOpenDay({ title: '没有公布', publishedAt: null, publishedBy: null })
    const { response, text } = await read(atom)
    expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
    expect(text).not.toMatch(/<script|没有公布/)
    const { feed } = xml2js(text, { compact: true, trim: true }) as { feed: { entry: { id: Text; title: Text }[] } }
    expect(feed.entry.map(({ id }) => wordsOf(id))).toEqual([day, off].map(({ slug }) => `https://kaimen.example.cn/open-days/${slug}`))
    expect(asShown(wordsOf(feed.entry[0]!.title))).toBe(HOSTILE)
    expect(wordsOf(feed.entry[1]!.title)).toBe('已取消：消防站开放')
  })

  test('a title that would end its CDATA section does not end it', async () => {
    await anOpenDay({ title: 'a]]><b>x</b>' })
    const { text } = await read(atom)
    const { feed } = xml2js(text, { compact: true }) as { feed: { entry: { title: Text } } }
    expect(asShown(wordsOf(feed.entry.title))).toBe('a]]><b>x</b>')
  })
})

type Text = { _text?: string | string[]; _cdata?: string | string[] }
const wordsOf = ({ _text = [], _cdata = [] }: Text) => [_text, _cdata].flat().join('')
// An Atom title of type html is read once as XML and once as HTML.
const asShown = (html: string) => html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

describe('the calendars', () => {
  test('have an event for every slot under an id that stays, with commas, semicolons and line breaks escaped', async () => {
    const { day, slots: made, pool } = await anOpenDay({ title: `${HOSTILE}\r\nEND:VEVENT`, slots: 2 })
    await registerParty(aParty(pool, { name: '王小明' }))
    const { response, text } = await read(dayCalendar, day.slug)
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    const lines = linesOf(text)
    expect(valuesOf(lines, 'UID')).toEqual(made.map(({ id }) => `open-day-slot-${id}@${day.slug}`))
    const escaped = '走进]]><script>alert(1)</script> & "水厂"\\, 一\\; 二\\\\ 三\\nEND:VEVENT'
    expect(valuesOf(lines, 'SUMMARY')).toEqual([escaped, escaped])
    expect(valuesOf(lines, 'X-WR-CALNAME')).toEqual([escaped])
    expect(valuesOf(lines, 'STATUS')).toEqual(['CONFIRMED', 'CONFIRMED'])
    expect(text).not.toContain('王小明')
    expect(linesOf((await read(allCalendar)).text).filter((line) => line.startsWith('UID:'))).toHaveLength(2)
  })

  test('say that a slot is cancelled, in a later version of the same event', async () => {
    const { day } = await anOpenDay()
    const before = linesOf((await read(allCalendar)).text)
    await db.update(slots).set({ cancelledAt: new Date(), cancelledWhy: '停电' })
    for (const loader of [allCalendar, dayCalendar] as Loader[]) {
      const after = linesOf((await read(loader, day.slug)).text)
      expect(valuesOf(after, 'UID')).toEqual(valuesOf(before, 'UID'))
      expect(valuesOf(after, 'STATUS')).toEqual(['CANCELLED'])
      expect(Number(valuesOf(after, 'SEQUENCE')[0])).toBeGreaterThan(Number(valuesOf(before, 'SEQUENCE')[0]))
    }
  })

  test('of a day that is not published there is none', async () => {
    const { day } = await anOpenDay({ publishedAt: null, publishedBy: null })
    const answer = await read(dayCalendar, day.slug).catch((thrown: unknown) => thrown)
    expect(answer).toMatchObject({ status: 404 })
    expect(linesOf((await read(allCalendar)).text)).not.toContain('BEGIN:VEVENT')
  })
})
