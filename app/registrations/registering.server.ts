import type { AppLoadContext } from '@remix-run/node'
import { openDayBySlug, type PublicOpenDay, type PublicPool, type PublicSlot } from '~/open-days/reads.server'
import { isToCome, publicSeats, toShownDay } from '~/open-days/rules'
import { newFormKey } from '~/web/form-key.server'
import { readForm } from '~/web/forms.server'
import { notFound } from '~/web/responses.server'
import { registrationForm } from './forms'
import type { Turn } from './parts/turn'
import { invitationByCode } from './invitation-reads.server'
import { fits, type Party, type Places } from './rules'

type Given = { request: Request; params: { slug?: string; code?: string } }

export type Place = {
  value: string
  slot: Pick<PublicSlot, 'id' | 'name' | 'place' | 'startsAt' | 'endsAt' | 'arriveAt'>
  pool: PublicPool
  /** Places for needs that the slot has. */
  needs: PublicPool[]
}

/**
 * The open day of the address and what one may ask for there; `why` nobody can register now. With the code of an
 * invitation in the address: the places of its group, and no others.
 */
export async function registeringFor({ request, params }: Given) {
  const found = await sharedDay(params.slug ?? '')
  if (!found) throw notFound()
  const day = toShownDay(found)
  const invitation = params.code === undefined ? null : await invitationByCode(found.id, params.code)
  if (params.code !== undefined && !invitation) throw notFound()
  const all = placesOf(found, invitation)
  const wanted = Number(new URL(request.url).searchParams.get('slot'))
  const ofSlot = all.filter(({ slot }) => slot.id === wanted)
  const why = shut[day.stage] ?? invitation?.why ?? (all.length === 0 ? ('slot-begun' as const) : null)
  const at = `/open-days/${day.slug}/${invitation ? `invitation/${invitation.code}` : 'registration'}`
  return { day, places: ofSlot.length > 0 ? ofSlot : all, slotId: ofSlot.length > 0 ? wanted : null, why, invitation, at }
}

const underWay = new Map<string, ReturnType<typeof openDayBySlug>>()

/** In a rush the notice is read once for all who ask while it is being read. What is decided is decided behind the slot's lock. */
function sharedDay(slug: string) {
  let reading = underWay.get(slug)
  if (!reading) underWay.set(slug, (reading = openDayBySlug(slug).finally(() => underWay.delete(slug))))
  return reading
}

export type Registering = Awaited<ReturnType<typeof registeringFor>>

const shut = {
  prepared: 'not-open-yet',
  submitted: 'not-open-yet',
  scheduled: 'not-open-yet',
  open: null,
  closed: 'closed',
  held: 'closed',
  cancelled: 'cancelled',
} as const

const placesOf = ({ slots, now }: PublicOpenDay, invitation: { groupId: number } | null): Place[] =>
  slots
    .filter((slot) => isToCome(slot, now))
    .flatMap(({ pools, ...slot }) =>
      (invitation ? pools.filter(({ groupId }) => groupId === invitation.groupId) : publicSeats(pools)).map((pool) => ({
        value: `${slot.id}-${pool.id}`,
        slot,
        pool,
        needs: pools.filter(({ kind, capacity }) => kind !== 'seat' && capacity > 0),
      })),
    )

export const readRegistration = (request: Request, { day, places }: Registering, context: AppLoadContext) =>
  readForm(
    request,
    registrationForm({
      places: places.map(({ value }) => value),
      partyMost: day.partyMost,
      questions: day.questions.map(({ id, kind, options, required }) => ({ id, kind, options, required })),
      rules: day.houseRules ? day.houseRulesVersion : null,
    }),
    context,
  )

/** What this slot could never hold: a need it has no places for, or more people than it has places at all. */
export function neverFits({ pool, needs }: { pool: Places; needs: Places[] }, party: Party): Record<string, string> | null {
  const empty = [pool, ...needs].map((each) => ({ ...each, taken: 0 }))
  const can = (part: Partial<Party>) => fits(empty, pool.id, { size: 1, wheelchairs: 0, interpreter: false, quiet: false, ...part })
  if (!can({ size: party.size })) return { size: 'registrations:error.size-never' }
  if (!can({ wheelchairs: party.wheelchairs })) return { wheelchairs: 'registrations:error.need-never' }
  if (!can({ interpreter: party.interpreter })) return { interpreter: 'registrations:error.need-never' }
  return can({ quiet: party.quiet }) ? null : { quiet: 'registrations:error.need-never' }
}

/** The form once more; where its key is spent or damaged, with one that still opens. */
export const again = (turn: Turn): Turn =>
  turn.errors.key || turn.why === 'other-body' ? { ...turn, values: { ...turn.values, key: newFormKey() } } : turn
