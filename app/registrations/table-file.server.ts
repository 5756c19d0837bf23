import { ReadableStream, TextEncoderStream } from 'node:stream/web'
import { stringify } from 'csv-stringify/sync'
import { zoneName } from '~/consultations/parts/instant'
import { i18nFor, type Language } from '~/i18n'
import { toCell } from '~/web/dates'
import { askedAtDesk, registrationPortions, type Asked, type Opened } from './desk-reads.server'

// Cells that a spreadsheet would take for formulas are made plain text.
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const

type Reader = { lang: Language; zone: string }

/** The registrations of a day as a table file: masked, or with `open` as they were given, answers included. */
export async function tableFile(openDayId: number, open: boolean, reader: Reader): Promise<Response> {
  const asked = open ? await askedAtDesk(openDayId) : []
  async function* lines() {
    yield `\uFEFF${stringify([headings(asked, reader)], SAFE)}`
    for await (const portion of registrationPortions(openDayId, open))
      yield stringify(
        portion.map((one) => rowOf(one, asked, reader)),
        SAFE,
      )
  }
  const body = ReadableStream.from(lines()).pipeThrough(new TextEncoderStream())
  return new Response(body as unknown as BodyInit, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="registrations-${openDayId}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

const columns = [
  'number',
  'slot',
  'starts',
  'state',
  'place',
  'group',
  'size',
  'wheelchairs',
  'interpreter',
  'quiet',
  'name',
  'contact',
  'channel',
  'created',
  'photo',
  'answered',
] as const

const headings = (asked: Asked[], { lang, zone }: Reader) => {
  const { t } = i18nFor(lang)
  return [...columns.map((name) => t(`registrations:desk.csv.${name}`, { zone: zoneName(zone, lang) })), ...asked.map(({ label }) => label)]
}

function rowOf(one: Opened, asked: Asked[], { lang, zone }: Reader) {
  const { t } = i18nFor(lang)
  const yes = (is: boolean) => t(is ? 'registrations:desk.one.yes' : 'registrations:desk.one.no')
  const cells: Record<(typeof columns)[number], string | number | null> = {
    number: one.number,
    slot: `${t('registrations:desk.slot', { position: one.slot.position })} ${one.slot.name}`.trim(),
    starts: toCell(one.slot.startsAt, zone),
    state: t(`registrations:desk.state.${one.state}`),
    place: one.place,
    group: one.group,
    size: one.size,
    wheelchairs: one.wheelchairs,
    interpreter: yes(one.interpreter),
    quiet: yes(one.quiet),
    name: one.name,
    contact: one.contact,
    channel: t(`comments:channel.${one.channel}`),
    created: toCell(one.createdAt, zone),
    photo: one.photoConsent === null ? null : yes(one.photoConsent),
    answered: yes(!one.unanswered),
  }
  return [...columns.map((name) => cells[name]), ...asked.map(({ id }) => one.answers[id] ?? '')]
}
