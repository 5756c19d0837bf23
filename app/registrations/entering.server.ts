import type { z } from 'zod'
import type { Viewer } from '~/accounts/rules'
import { answerField, type entryForm } from './desk-forms'
import type { Asked, DayAtDesk, SlotAtDesk } from './desk-reads.server'
import type { Registration } from './register-writes.server'
import { mayRegister } from './rules'

const one = { size: 1, wheelchairs: 0, interpreter: false, quiet: false }

/** The slots a clerk may still enter somebody for. */
export const registrable = (day: DayAtDesk, slots: SlotAtDesk[]) => slots.filter((slot) => mayRegister(day, slot, one, 'clerk', day.now).ok)

type Entered = z.output<ReturnType<typeof entryForm>>

/** What a clerk typed, as a registration; null when the places chosen are not among those offered. */
export function entryOf(viewer: Viewer, day: DayAtDesk, slots: SlotAtDesk[], asked: Asked[], value: Entered): Registration | null {
  const slot = slots.find(({ pools }) => pools.some(({ id, kind }) => id === value.quota && kind === 'seat'))
  if (!slot) return null
  const typed = value as Record<string, unknown>
  const answers = asked.flatMap(({ id }) => (typed[answerField(id)] ? [[id, String(typed[answerField(id)])]] : []))
  return {
    slotId: slot.id,
    quotaId: value.quota,
    name: value.name,
    contact: value.contact,
    size: value.size,
    wheelchairs: value.wheelchairs,
    interpreter: value.interpreter,
    quiet: value.quiet,
    answers: Object.fromEntries(answers) as Record<string, string>,
    // The language of the notice: nobody asks on the telephone in which one to write.
    lang: day.lang === 'en' ? 'en' : 'zh-CN',
    photoConsent: value.photo === undefined ? null : value.photo === 'yes',
    formKey: value.key,
    entry: { viewer, channel: value.channel },
  }
}
