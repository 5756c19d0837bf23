import { z } from 'zod'
import { stages } from '~/consultations/rules'
import { dayTabs } from '~/open-days/rules'
import { LARGEST_ID } from '~/web/ids'

const limit = z.coerce.number().int().min(1).max(100).default(20)
const id = z.coerce.number().int().min(1).max(LARGEST_ID)

export const publicStages = stages.filter((stage) => stage !== 'prepared' && stage !== 'submitted')

export const consultationsQuery = z.object({
  stage: z.enum(publicStages).optional(),
  department: id.optional(),
  after: z.string().max(200).optional().meta({ description: 'Slug of the last consultation of the page before' }),
  limit,
})

export const commentsQuery = z.object({
  article: z.string().max(200).optional().meta({ description: 'Anchor of an article' }),
  before: id.optional().meta({ description: 'Number of the last comment of the page before' }),
  limit,
})

export const openDaysQuery = z.object({
  when: z.enum(dayTabs).optional().meta({ description: 'Whether a slot is still to come or all are over' }),
  department: id.optional(),
  after: z.string().max(200).optional().meta({ description: 'Slug of the last open day of the page before' }),
  limit,
})

export const reportQuery = z.object({ revision: id.optional() })
