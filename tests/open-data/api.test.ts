import type { AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { db } from '#db/connection.server'
import { consultations } from '#db/schema/consultations'
import { stageOf, stages } from '~/consultations/rules'
import { decideComment } from '~/moderation/writes.server'
import { loader as comments } from '~/open-data/comments'
import { loader as consultation } from '~/open-data/consultation'
import { loader as consultations_ } from '~/open-data/consultations'
import { loader as openapi } from '~/open-data/openapi'
import { publishedPage } from '~/open-data/reads.server'
import { loader as report } from '~/open-data/report'
import { loader as reports } from '~/open-data/reports'
import * as schemas from '~/open-data/schemas'
import { setClock, useDatabase } from '../support/database'
import { aViewer } from '../support/people'
import { aPublishedReport, anOpenConsultation, say } from '../reports/given'

useDatabase()

const context = { origin: 'https://kaimen.example.cn', county: { name: '测试县' } } as AppLoadContext
type Loader = (given: { request: Request; params: Record<string, string>; context: AppLoadContext }) => Promise<Response> | Response

async function get(loader: Loader, path: string, params: Record<string, string> = {}, headers?: HeadersInit) {
  const response = await loader({ request: new Request(`https://kaimen.example.cn${path}`, { headers }), params, context })
  const text = await response.text()
  return { response, body: text ? (JSON.parse(text) as Record<string, unknown>) : null }
}

const as = <S extends z.ZodType>(schema: S, body: unknown): z.output<S> => schema.parse(body)
const verdict = { visibility: 'published', reason: '', note: '', publicBody: '', publicReplacement: '', seenVersion: 0, why: '' } as const

describe('the consultations', () => {
  it('are listed page by page, each once, newest first, and unpublished ones never', async () => {
    const slugs: string[] = []
    for (let count = 0; count < 7; count++) slugs.push((await anOpenConsultation()).slug)
    await anOpenConsultation({ slug: 'draft-only', publishedAt: null, publishedBy: null })
    const seen: string[] = []
    let path: string | null = '/api/v1/consultations?limit=3'
    while (path) {
      const { response, body } = await get(consultations_, path)
      const page = as(schemas.consultationList, body)
      seen.push(...page.consultations.map((row) => row.slug))
      expect(response.headers.get('Link')).toBe(page.next ? `<${page.next}>; rel="next"` : null)
      path = page.next && page.next.replace('https://kaimen.example.cn', '')
    }
    expect(seen).toEqual(slugs.reverse())
  })

  it('the stage asked for is the stage the rule gives, whatever the clock', async () => {
    await anOpenConsultation()
    await anOpenConsultation({ reportedAt: new Date() })
    for (const clock of ['0 days', '-60 days', '60 days']) {
      await setClock(clock)
      for (const stage of stages) {
        if (stage === 'prepared' || stage === 'submitted') continue
        const all = await publishedPage({ limit: 100 })
        const wanted = all.filter((row) => stageOf(row, row.now) === stage).map((row) => row.slug)
        expect((await publishedPage({ stage, limit: 100 })).map((row) => row.slug)).toEqual(wanted)
      }
    }
  })

  it('a wrong parameter is answered with a sentence, not with everything', async () => {
    for (const query of ['limit=0', 'limit=1000', 'stage=prepared', 'department=x']) {
      const { response, body } = await get(consultations_, `/api/v1/consultations?${query}`)
      expect(response.status).toBe(400)
      as(schemas.problem, body)
    }
  })

  it('one has its articles; what is not published is not there', async () => {
    const given = await anOpenConsultation()
    const { body } = await get(consultation, `/api/v1/consultations/${given.slug}`, { slug: given.slug })
    const one = as(schemas.consultation, body)
    expect(one.articles.map((article) => article.anchor)).toEqual(['a1', 'a2'])
    expect(one.stage).toBe('open')
    expect(JSON.stringify(body)).not.toMatch(/preparedBy|sourceText|returnedWhy/)
    await db.update(consultations).set({ publishedAt: null, publishedBy: null }).where(eq(consultations.id, given.id))
    expect((await get(consultation, `/api/v1/consultations/${given.slug}`, { slug: given.slug })).response.status).toBe(404)
  })
})

describe('the comments', () => {
  it('are the public ones only: waiting ones are absent, withheld ones a tombstone', async () => {
    const given = await anOpenConsultation()
    const moderator = await aViewer('moderator', given.department.id)
    for (const body of ['一', '二', '三']) await say(given, body)
    await decideComment(moderator, { consultationId: given.id, number: 1 }, verdict)
    await decideComment(moderator, { consultationId: given.id, number: 2 }, { ...verdict, visibility: 'withheld', reason: 'advertising' })
    const path = `/api/v1/consultations/${given.slug}/comments`
    const { body } = await get(comments, path, { slug: given.slug })
    expect(as(schemas.commentList, body).comments).toMatchObject([
      { number: 2, visibility: 'withheld', reason: 'advertising', body: null, displayName: '' },
      { number: 1, visibility: 'published', reason: null, body: '一' },
    ])
    const first = as(schemas.commentList, (await get(comments, `${path}?limit=1`, { slug: given.slug })).body)
    const second = as(schemas.commentList, (await get(comments, first.next!.replace(context.origin, ''), { slug: given.slug })).body)
    expect([...first.comments, ...second.comments].map((row) => row.number)).toEqual([2, 1])
    expect(second.next).toBeNull()
    expect((await get(comments, `${path}?article=nowhere`, { slug: given.slug })).response.status).toBe(404)
  })
})

describe('the reports', () => {
  it('are what the page shows, with the digest', async () => {
    const given = await aPublishedReport()
    const one = as(schemas.report, (await get(report, '/', { slug: given.slug })).body)
    expect(one.document.equation).toMatchObject({ received: 1, inPoints: 1, unaccounted: 0 })
    const list = as(schemas.reportList, (await get(reports, '/')).body)
    expect(list.reports).toMatchObject([{ slug: given.slug, digest: one.digest, revision: 1, points: 1 }])
    expect((await get(report, '/?revision=9', { slug: given.slug })).response.status).toBe(404)
  })
})

describe('every answer', () => {
  it('may be read from any site, can be asked for again cheaply, and says its licence', async () => {
    const given = await anOpenConsultation()
    for (const [loader, params] of [
      [consultations_, {}],
      [consultation, { slug: given.slug }],
      [comments, { slug: given.slug }],
      [reports, {}],
    ] as const) {
      const { response, body } = await get(loader as Loader, '/', params)
      expect(body!.licence).toBe(schemas.LICENCE)
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
      const etag = response.headers.get('ETag')!
      expect((await get(loader as Loader, '/', params, { 'If-None-Match': `"x", ${etag}` })).response.status).toBe(304)
      expect((await get(loader as Loader, '/', params, { 'If-None-Match': '"x"' })).response.status).toBe(200)
    }
  })
})

describe('the description', () => {
  it('names every address and resolves every reference', async () => {
    const { body } = await get(openapi as Loader, '/')
    const api = body as { openapi: string; paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } }
    expect(api.openapi).toBe('3.1.0')
    expect(Object.keys(api.paths)).toHaveLength(7)
    const references = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!)
    expect(references.length).toBeGreaterThan(5)
    for (const name of references) expect(Object.keys(api.components.schemas)).toContain(name)
    expect(JSON.stringify(api)).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/)
  })
})
