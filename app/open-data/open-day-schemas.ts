import { z } from 'zod'
import { choosings, placeKinds, stages } from '~/open-days/rules'
import { at, department, licence, next } from './parts-of-answers'

const why = z.string().nullable()
const address = z.string().nullable()

export const places = z.object({
  kind: z.enum(placeKinds),
  group: z.string().nullable().meta({ description: 'Null: places for everyone' }),
  byInvitation: z.boolean(),
  capacity: z.int(),
  taken: z.int(),
})

export const slot = z.object({
  position: z.int().meta({ description: 'Stable key of the slot within its open day; the draw uses it too' }),
  name: z.string(),
  place: z.string().meta({ description: 'Empty: the place of the day' }),
  gate: z.string(),
  arriveAt: at,
  startsAt: at,
  endsAt: at,
  cancelledAt: at.nullable(),
  cancelledWhy: why,
  places: z.array(places),
})

export const openDaySummary = z.object({
  slug: z.string().meta({ description: 'Key of an open day, part of its address' }),
  title: z.string(),
  lang: z.string(),
  summary: z.string(),
  stage: z.enum(stages),
  department,
  place: z.string(),
  choosing: z.enum(choosings),
  publishedAt: at,
  opensAt: at.meta({ description: 'Registration opens' }),
  closesAt: at.meta({ description: 'Registration closes' }),
  cancelledAt: at.nullable(),
  slots: z.array(slot).meta({ description: 'In the order in which they begin' }),
  url: z.string(),
})

const asked = z.object({ asked: z.boolean(), why: z.string() })

export const openDay = openDaySummary.extend({
  licence,
  cancelledWhy: why,
  campaign: z.string().nullable(),
  consultation: address.meta({ description: 'The consultation that the visit is about' }),
  agenda: z.string(),
  access: z.string(),
  whoMayCome: z.string(),
  otherWays: z.string(),
  houseRules: z.string(),
  choosingRule: z.string(),
  partyMost: z.int(),
  offerHours: z.int().meta({ description: 'Hours to answer the offer of a place' }),
  keptDays: z.int().meta({ description: 'Days after the last slot at whose end what visitors told is deleted' }),
  questions: z.array(
    z.object({ label: z.string(), kind: z.enum(['line', 'text', 'choice']), options: z.array(z.string()), required: z.boolean() }),
  ),
  askedAfterSelection: z.object({ identity: asked, birthDate: asked, plate: asked }),
  contact: z.object({ person: z.string(), phone: z.string(), email: z.string() }),
  calendar: z.string(),
  draw: address.meta({ description: 'All that is known of the draw; null: none, or its source is not named yet' }),
  report: address.meta({ description: 'What came of the day; null: not published yet' }),
})

export const openDayList = z.object({ licence, openDays: z.array(openDaySummary), next })
