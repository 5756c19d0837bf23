import { maskContact } from '~/accounts/rules'
import { needsIn, questionsOf } from '~/open-days/reads.server'
import { isFilledIn } from '~/party-details/reads.server'
import { asksAnything, dueAt, mayFill } from '~/party-details/rules'
import { qrPath } from '~/tickets/picture.server'
import { signTicket } from '~/tickets/signing.server'
import { partiesAhead, registrationByCode } from './reads.server'
import { isLiving, mayAccept, mayChange } from './rules'

const TEN_MINUTES = 600_000

/** What the holder of a code is shown, ready for the page; null for a code that opens nothing. */
export async function visitFor(code: string | undefined) {
  const found = await registrationByCode(code ?? '')
  if (!found) return null
  const { own, slot, day, group, now } = found
  const asked = own.state === 'confirmed' && asksAnything(day)
  const [questions, pools, ahead, filledIn] = await Promise.all([
    questionsOf(own.openDayId),
    needsIn(own.slotId),
    own.state === 'waiting' ? partiesAhead(own) : null,
    asked ? isFilledIn(own.id, own.size) : null,
  ])
  return {
    ...shownOf(own),
    slot,
    day,
    group,
    ahead,
    pools,
    answers: questions.flatMap(({ id, label }) => (own.answers[id] ? [{ label, text: own.answers[id] }] : [])),
    contact: own.contact && maskContact({ kind: own.contactKind, address: own.contact }),
    fresh: now.getTime() - own.createdAt.getTime() < TEN_MINUTES,
    over: now > slot.endsAt,
    ticket: own.state === 'confirmed' && !slot.cancelledAt && now <= slot.endsAt ? ticketOf(own) : null,
    moved: isLiving(own.state) && own.slotVersion < slot.version && !slot.cancelledAt && now < slot.arriveAt,
    mayChange: mayChange(own.state, slot, now).ok,
    mayAccept: mayAccept(own, slot, now).ok,
    details:
      asked && mayFill(own.state, slot, now).ok ? { filledIn: filledIn === true, dueAt: dueAt(slot.arriveAt, day.detailsDays) } : null,
  }
}

/** A ticket as a picture and as what it says, for a gate whose scanner fails. */
function ticketOf({ openDayId, slotId, id }: Own) {
  const text = signTicket({ openDayId, slotId, registrationId: id })
  return { text, ...qrPath(text) }
}

type Own = NonNullable<Awaited<ReturnType<typeof registrationByCode>>>['own']

const shownOf = ({ code, number, state, size, wheelchairs, interpreter, quiet, quotaId, name, photoConsent, ...own }: Own) => ({
  code,
  number,
  state,
  size,
  wheelchairs,
  interpreter,
  quiet,
  quotaId,
  name,
  photoConsent,
  createdAt: own.createdAt,
  offerExpiresAt: own.offerExpiresAt,
  endedBy: own.endedBy,
  endedWhy: own.endedWhy,
})
