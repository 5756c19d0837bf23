import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { county } from '#db/schema/county'
import { previewImport } from '~/comments/importing/preview'
import { importComments } from '~/comments/import-writes.server'
import { articlesOf, consultationForDesk } from '~/consultations/reads.server'
import { importDraft } from '~/consultations/draft-writes.server'
import { createConsultation, publishConsultation, requestApproval, saveNotice } from '~/consultations/writes.server'
import { workOf } from '~/reports/desk-reads.server'
import { decidePoint, sortComments } from '~/reports/point-writes.server'
import { outcomeOf, publishedReport } from '~/reports/reads.server'
import { candidateOf, publishReport, saveStatement, submitReport } from '~/reports/writes.server'
import type { Disposition } from '~/reports/rules'
import { setClock, useDatabase } from '../support/database'
import { realFiles } from '../support/real-files'
import { aDepartment, aViewer } from '../support/people'

const ZONE = 'Europe/Athens'
const bill = realFiles('drafts').find((file) => file.name === 'el-data-governance-bill-2025.md')
const said = realFiles('comments').find((file) => file.name === 'el-opengov-per-article-comments.jsonl')
const official = realFiles('feedback').find((file) => file.name === 'el-opengov-consultation-report-2025.md')

/** How the ministry's report reads, comment by comment; reasons in our own words. Comments in one line are one point. */
const decisions: [ids: number[], Disposition, reason: string][] = [
  [[3394], 'partly_adopted', 'The wording on appeals is made clearer.'],
  [[3395], 'partly_adopted', 'The scope of the right to appeal is stated in the article.'],
  [[3403], 'partly_adopted', 'The content of the national strategy is widened.'],
  [[3404], 'partly_adopted', 'The committee may hear outside experts.'],
  [[3405], 'adopted', 'Working groups are provided for.'],
  [[3407], 'partly_adopted', 'The body that develops and runs the application is changed.'],
  [[3386, 3388, 3390, 3383, 3391], 'noted', 'Thank you for the support.'],
  [[3409], 'already_covered', 'Article 7 of the Act applies directly.'],
  [[3410], 'already_covered', 'Article 8 of the Act applies directly.'],
  [[3411], 'already_covered', 'Article 13 of the Act applies directly.'],
  [[3393], 'out_of_scope', 'Advertising boards are not the subject of this bill.'],
  [[3402, 3412], 'not_adopted', 'Training is arranged by circular, not by law.'],
  [[3396, 3408], 'not_adopted', 'Deadlines follow from the general code of procedure.'],
  [[3414], 'later_study', 'Consultation on the strategy is decided when it is drawn up.'],
  [[3397], 'not_adopted', 'Action plans are a matter of each body.'],
  [[3398], 'not_adopted', 'Criteria depend on the task and cannot be listed.'],
  [[3399], 'not_adopted', 'Specifications belong in the ministerial decision.'],
  [[3400], 'not_adopted', 'The register is public already.'],
  [[3401], 'not_adopted', 'The scale of fines leaves room for proportion.'],
  [[3406], 'not_adopted', 'A timetable would bind later decisions without need.'],
  [[3413], 'not_adopted', 'One competent authority is kept for all sectors.'],
  [[3415], 'not_adopted', 'The members named are those with the data.'],
]

describe.skipIf(!bill || !said || !official)(bill ? 'the Greek chain' : 'the Greek chain (skipped: no ../shared/data here)', () => {
  useDatabase()

  test('a bill, its comments and our own desk end in the figures of the official report', { timeout: 60_000 }, async () => {
    await db.insert(county).values({ name: 'Υπουργείο', zone: ZONE })
    const department = await aDepartment('Υπουργείο Ψηφιακής Διακυβέρνησης')
    const [staff, publisher] = [await aViewer('staff', department.id), await aViewer('publisher', department.id)]

    await setClock(new Date('2025-02-14T19:00:00Z'))
    const id = await aBillInConsultation(staff, publisher)
    await setClock(new Date('2025-03-05T09:00:00Z'))
    const where = { viewer: staff, consultationId: id }
    const numbers = await bringIn(id, staff)

    for (const [ids, disposition, reason] of decisions)
      await decide(
        where,
        ids.map((one) => numbers.get(one)!),
        disposition,
        reason,
      )
    await saveStatement(where, 'Thank you to everyone who took part.')
    expect(await submitReport(where)).toEqual({ ok: true })
    const { seen } = await candidateOf(id, await workOf(id))
    expect(await publishReport({ viewer: publisher, consultationId: id }, seen)).toMatchObject({ ok: true, revision: 1 })

    const { document } = (await publishedReport(id))!
    expect(document.equation).toEqual({ received: 28, inPoints: 28, withdrawn: 0, inadmissible: 0, unaccounted: 0 })
    expect(document.figures).toMatchObject({ participants: 6, takenUp: 6, onTheWhole: 0 })
    expect(document.beside.late).toBe(0)
    const silent = document.figures.byArticle.filter((one) => one.comments === 0).map((one) => Number(one.article.label.replace(/\D/g, '')))
    expect(silent).toEqual(officialArticlesWithoutComment())
    expect(silent).toHaveLength(10)
    const takenUp = document.points.filter((point) => ['adopted', 'partly_adopted'].includes(point.disposition))
    expect(takenUp.map((point) => point.article!.label.replace(/\D/g, '')).sort()).toEqual(['14', '15', '15', '20', '7', '7'])
    expect(document.consultation).toMatchObject({ periodDays: 18, shortPeriodReason: expect.stringContaining('Regulation') })
    expect((await outcomeOf(id, numbers.get(3405)!))!.points).toMatchObject([{ disposition: 'adopted' }])
  })
})

type Person = Awaited<ReturnType<typeof aViewer>>

async function aBillInConsultation(staff: Person, publisher: Person) {
  const made = await createConsultation(staff, 'Πράξη για τη διακυβέρνηση δεδομένων')
  if (!made.ok) throw new Error(made.why)
  const { id } = made
  await importDraft(staff, id, { text: readFileSync(bill!.path, 'utf8'), name: bill!.name })
  const notice = {
    title: 'Πράξη για τη διακυβέρνηση δεδομένων',
    summary: 'Measures for the Data Governance Act',
    explanatoryNote: 'See the bill.',
    legalBasis: 'Regulation (EU) 2022/868',
    opensAt: new Date('2025-02-14T21:40:00+02:00'),
    closesAt: new Date('2025-03-04T08:00:00+02:00'),
    shortPeriodReason: '',
    access: 'nothing' as const,
    nameMode: 'open' as const,
    contactPerson: '',
    contactPhone: '',
    contactEmail: 'office@example.org',
    contactAddress: '',
    lang: 'el',
  }
  await saveNotice(staff, id, notice)
  expect(await requestApproval(staff, id, ZONE)).toMatchObject({ ok: false, missing: ['period-short'] })
  await saveNotice(staff, id, { ...notice, shortPeriodReason: 'The Regulation has applied since September 2023.' })
  expect(await requestApproval(staff, id, ZONE)).toMatchObject({ ok: true })
  expect(await publishConsultation(publisher, id, ZONE)).toMatchObject({ ok: true })
  return id
}

/** All comments through the import; which of ours is which of theirs, by the words. */
async function bringIn(id: number, staff: Person) {
  const c = (await consultationForDesk(id, staff))!
  const text = readFileSync(said!.path, 'utf8')
  const read = previewImport(text, {
    units: await articlesOf(id),
    zone: ZONE,
    lang: 'el',
    channel: 'web',
    opensAt: c.opensAt,
    closesAt: c.closesAt,
    now: c.now,
  })
  expect(read.faults).toEqual([])
  const imported = await importComments({
    consultationId: id,
    viewer: staff,
    digest: createHash('sha256').update(text).digest('hex'),
    rows: read.rows,
  })
  expect(imported).toMatchObject({ ok: true, imported: 28 })
  const theirs = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { comment_id: number })
  return new Map(theirs.map((comment, index) => [comment.comment_id, index + 1]))
}

async function decide(where: Parameters<typeof sortComments>[0], numbers: number[], disposition: Disposition, reason: string) {
  const { material } = await candidateOf(where.consultationId, await workOf(where.consultationId))
  const anchor = material.comments.find((comment) => comment.number === numbers[0])!.article!.anchor
  const article = (await articlesOf(where.consultationId)).find((one) => one.anchor === anchor)!
  const sorted = await sortComments(where, { numbers, into: [], newPoint: { summary: reason, articleId: article.id } })
  if (!sorted.ok) throw new Error(sorted.why)
  const changed = disposition === 'adopted' || disposition === 'partly_adopted'
  const content = {
    summary: reason,
    articleId: article.id,
    disposition,
    reason,
    textBefore: article.body,
    textAfter: changed ? `${article.body}\n${reason}` : '',
    newPassage: false,
  }
  expect(await decidePoint(where, sorted.point!, content)).toEqual({ ok: true })
}

/** The list as the ministry printed it. */
function officialArticlesWithoutComment() {
  const text = readFileSync(official!.path, 'utf8')
  const listed = /Στα άρθρα ([\d, ]+και \d+) δεν υποβλήθηκε/.exec(text)![1]!
  return listed.match(/\d+/g)!.map(Number)
}
