import { z } from 'zod'
import { openDay, openDayList, openDaySummary, places, slot } from './open-day-schemas'
import { commentsQuery, consultationsQuery, openDaysQuery, reportQuery } from './queries'
import {
  article,
  comment,
  commentList,
  consultation,
  consultationList,
  consultationSummary,
  LICENCE,
  problem,
  report,
  reportList,
} from './schemas'

const named = {
  Consultation: consultation,
  ConsultationSummary: consultationSummary,
  ConsultationList: consultationList,
  Article: article,
  Comment: comment,
  CommentList: commentList,
  Report: report,
  ReportList: reportList,
  OpenDay: openDay,
  OpenDaySummary: openDaySummary,
  OpenDayList: openDayList,
  Slot: slot,
  Places: places,
  Problem: problem,
}
type Name = keyof typeof named

const to = (name: Name) => ({ $ref: `#/components/schemas/${name}` })

/** Drops what only repeats the type: the bounds of safe integers and the pattern beside `format: date-time`. */
function plain(schema: z.core.JSONSchema.BaseSchema) {
  if (schema.format === 'date-time') delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}

function components() {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => plain(jsonSchema),
  })
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema: _schema, $id: _id, ...schema }]) => [name, schema]))
}

function parametersOf(query: z.ZodObject) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as { description?: string }
    return { name, in: 'query', required: required.includes(name), description, schema: rest }
  })
}

const slug = { name: 'slug', in: 'path', required: true, schema: { type: 'string' } }
const content = (name: Name) => ({ 'application/json': { schema: to(name) } })

const get = (operationId: string, summary: string, answers: Name, query?: z.ZodObject, ofOne = false) => ({
  get: {
    operationId,
    summary,
    parameters: [...(ofOne ? [slug] : []), ...(query ? parametersOf(query) : [])],
    responses: {
      200: { description: summary, headers: { ETag: { schema: { type: 'string' } } }, content: content(answers) },
      304: { description: 'Unchanged since the ETag in If-None-Match' },
      ...(query ? { 400: { description: 'A parameter is wrong', content: content('Problem') } } : {}),
      ...(ofOne ? { 404: { description: 'Nothing public at this address', content: content('Problem') } } : {}),
    },
  },
})

/** OpenAPI 3.1 of everything under /api/v1, made from the schemas that the answers pass through. */
export const describeApi = (server: string, county: string) => ({
  openapi: '3.1.0',
  info: {
    title: `${county} · Kaimen`,
    version: '1',
    description:
      'Consultations, public comments, adoption reports and open days. Read-only; no key needed. Comments carry what the public may read: covered passages are █, withheld comments are tombstones with their reason.',
    license: { name: 'CC BY 4.0', url: LICENCE },
  },
  servers: [{ url: server }],
  paths: {
    '/api/v1/consultations': get('consultations', 'Published consultations, newest first', 'ConsultationList', consultationsQuery),
    '/api/v1/consultations/{slug}': get('consultation', 'One consultation with its articles', 'Consultation', undefined, true),
    '/api/v1/consultations/{slug}/comments': get('comments', 'Public comments, newest first', 'CommentList', commentsQuery, true),
    '/api/v1/consultations/{slug}/report': get(
      'report',
      'The adoption report, newest revision or the one asked for',
      'Report',
      reportQuery,
      true,
    ),
    '/api/v1/reports': get('reports', 'Published adoption reports, newest first', 'ReportList'),
    '/api/v1/open-days': get('openDays', 'Published open days with their slots and places, newest first', 'OpenDayList', openDaysQuery),
    '/api/v1/open-days/{slug}': get('openDay', 'One open day: its notice, slots and places', 'OpenDay', undefined, true),
  },
  components: { schemas: components() },
})
