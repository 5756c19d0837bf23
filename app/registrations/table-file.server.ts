import { zoneName } from '~/consultations/parts/instant'
import { i18nFor, type Language } from '~/i18n'
import { detailsOf } from '~/party-details/reads.server'
import type { Details, Member } from '~/party-details/rules'
import { toCell } from '~/web/dates'
import { headLine, tableAnswer, tableLines } from '~/web/table-file.server'
import { askedAtDesk, registrationPortions, type Asked, type Opened } from './desk-reads.server'

type Reader = { lang: Language; zone: string }
type What = { open: boolean; details?: boolean }

/** The registrations of a day as a table file: masked, or with `open` as they were given, answers and `details` included. */
export async function tableFile(openDayId: number, { open, details = false }: What, reader: Reader): Promise<Response> {
  const asked = open ? await askedAtDesk(openDayId) : []
  async function* lines() {
    yield headLine(headings(asked, details, reader))
    for await (const portion of registrationPortions(openDayId, open)) {
      const told = open && details ? await detailsOf(portion.map(({ id }) => id)) : null
      yield tableLines(portion.map((one) => [...rowOf(one, asked, reader), ...(told ? toldCells(told.get(one.id), reader) : [])]))
    }
  }
  return tableAnswer(`registrations-${openDayId}`, lines())
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

const told = ['members', 'documents', 'births', 'guardians', 'plates'] as const

const headings = (asked: Asked[], details: boolean, { lang, zone }: Reader) => {
  const { t } = i18nFor(lang)
  return [
    ...columns.map((name) => t(`registrations:desk.csv.${name}`, { zone: zoneName(zone, lang) })),
    ...asked.map(({ label }) => label),
    ...(details ? told.map((name) => t(`party-details:desk.csv.${name}`)) : []),
  ]
}

/** Each value behind a name or a word, so that no spreadsheet takes 18 digits for a number and rounds them. */
function toldCells(details: Details | undefined, { lang }: Reader): string[] {
  const { t } = i18nFor(lang)
  const { members, plates } = details ?? { members: [], plates: [] }
  const list = (spoken: (member: Member) => string | null | undefined) =>
    members.flatMap((member) => spoken(member) ?? []).join(t('reports:separator'))
  const guardian = ({ guardian: of }: Member) => (of && 'phone' in of ? `${of.name} ${of.phone}` : of && members[of.position - 1]?.name)
  const cells: Record<(typeof told)[number], string> = {
    members: list(({ name }) => name),
    documents: list(({ name, document: of }) => of && `${name} ${t(`party-details:document.${of.kind}`)} ${of.number}`),
    births: list(({ name, bornOn }) => bornOn && `${name} ${bornOn}`),
    guardians: list((member) => guardian(member) && `${member.name}: ${guardian(member)}`),
    plates: plates.join(t('reports:separator')),
  }
  return told.map((name) => cells[name])
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
