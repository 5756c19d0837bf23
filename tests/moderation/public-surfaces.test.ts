import { createHash } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { loader as commentsPage } from '~/comments/pages/list'
import { loader as feed } from '~/consultations/pages/feed'
import { loader as consultationPage } from '~/consultations/pages/show'
import { block } from '~/moderation/redaction'
import { decideComment, type Verdict } from '~/moderation/writes.server'
import { loader as apiComments } from '~/open-data/comments'
import { loader as apiConsultation } from '~/open-data/consultation'
import { loader as apiReport } from '~/open-data/report'
import { loader as reportCsv } from '~/reports/pages/report-csv'
import { loader as reportJson } from '~/reports/pages/report-json'
import { loader as reportPage } from '~/reports/pages/show'
import { publishedReport } from '~/reports/reads.server'
import { setClock, useDatabase } from '../support/database'
import { aViewer } from '../support/people'
import { anOpenConsultation, decide, publish, say, sortInto, submit, type Given } from '../reports/given'

useDatabase()

const context = {
  origin: 'https://kaimen.example.cn',
  viewer: null,
  lang: 'zh-CN',
  client: '',
  path: '/',
  requestId: '',
  display: 'standard',
  county: { name: '测试县', nameEn: '', zone: 'Asia/Shanghai', reportWithinDays: 30, contactKeptDays: 180 },
} as unknown as AppLoadContext

const before = { consultationPage, commentsPage, feed, apiComments, apiConsultation }
const after = { ...before, apiReport, reportCsv, reportJson, reportPage }

/** Everything these addresses send to somebody who is not signed in. */
async function shownBy(loaders: Record<string, unknown>, { slug }: Given) {
  const seen: Record<string, string> = {}
  for (const [name, loader] of Object.entries(loaders)) {
    const given = { request: new Request(`https://kaimen.example.cn/x/${slug}`), params: { slug }, context }
    const answer = await (loader as (given: unknown) => Promise<unknown>)(given)
    seen[name] =
      answer instanceof Response ? await answer.text() : JSON.stringify({ ...((answer as { data?: object }).data ?? (answer as object)) })
  }
  return seen
}

const SECRET = '这句话谁也不该看到'
const verdict: Verdict = { visibility: 'published', reason: '', note: '', publicBody: '', publicReplacement: '', seenVersion: 0, why: '' }

async function decided(body: string, how: Partial<Verdict>, { report = false } = {}) {
  const given = await anOpenConsultation()
  const moderator = await aViewer('moderator', given.department.id)
  await say(given, body)
  if (how.visibility) await decideComment(moderator, { consultationId: given.id, number: 1 }, { ...verdict, ...how })
  if (!report) return shownBy(before, given)
  await setClock('10 days')
  const point = await sortInto(given, 1)
  await decide(given, point)
  await submit(given)
  await publish(given)
  return shownBy(after, given)
}

const where = (seen: Record<string, string>, text: string) => Object.keys(seen).filter((name) => seen[name]!.includes(text))

describe('what the public is shown', () => {
  it('a comment that waits for a moderator appears nowhere', async () => {
    expect(where(await decided(SECRET, {}), SECRET)).toEqual([])
  })

  it('the words of a withheld comment appear nowhere, before and after the report', async () => {
    const how = { visibility: 'withheld', reason: 'insult', note: `不公开：${SECRET}` } as const
    expect(where(await decided(SECRET, how), SECRET)).toEqual([])
    expect(where(await decided(SECRET, how, { report: true }), SECRET)).toEqual([])
  })

  it('a covered passage appears nowhere, the rest does', async () => {
    const how = { visibility: 'redacted', reason: 'personal-data', publicBody: `${block('手机号')}，其余可见` } as const
    const seen = await decided(`${SECRET}，其余可见`, how, { report: true })
    expect(where(seen, SECRET)).toEqual([])
    expect(where(seen, '其余可见')).toEqual(expect.arrayContaining(['commentsPage', 'apiComments']))
  })

  it('a comment withheld after its report is gone everywhere, and the report still is what its digest covers', async () => {
    const given = await anOpenConsultation()
    const moderator = await aViewer('moderator', given.department.id)
    const comment = { consultationId: given.id, number: 1 }
    await say(given, SECRET)
    await decideComment(moderator, comment, verdict)
    await setClock('10 days')
    await decide(given, await sortInto(given, 1))
    await submit(given)
    await publish(given)
    expect(where(await shownBy(after, given), SECRET)).toEqual(expect.arrayContaining(['commentsPage', 'apiComments']))

    await decideComment(moderator, comment, { ...verdict, visibility: 'withheld', reason: 'insult', seenVersion: 1, why: '事后发现' })
    const seen = await shownBy(after, given)
    expect(where(seen, SECRET)).toEqual([])
    expect(createHash('sha256').update(seen.reportJson!, 'utf8').digest('hex')).toBe((await publishedReport(given.id))!.digest)
  })

  it('negative control: the same words, published, are found', async () => {
    const seen = await decided(SECRET, { visibility: 'published' }, { report: true })
    expect(where(seen, SECRET)).toEqual(expect.arrayContaining(['consultationPage', 'commentsPage', 'apiComments']))
  })
})
