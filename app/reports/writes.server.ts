import { and, eq, isNull } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { reports } from '#db/schema/reports'
import { isAtTheKeyboard, type Viewer } from '~/accounts/rules'
import { lockConsultation, markReported } from '~/consultations/writes.server'
import { queueMessage } from '~/messages/writes.server'
import { record } from '~/record/writes.server'
import { preparersOf, workOf, type Work } from './desk-reads.server'
import { documentOf } from './document'
import { authorsOf, digestOf, materialOf } from './material-reads.server'
import { isReportReady, mayDecideReport, mayPublishReport, mayWork, type Fault, type WhyNoWork, type WhyNotDecide } from './rules'

type Where = { viewer: Viewer; consultationId: number }
type Consultation = Awaited<ReturnType<typeof lockConsultation>> & object
type Desk = { tx: Tx; viewer: Viewer; consultation: Consultation; work: Work }
type Refused<Why> = { ok: false; why: Why }

function locked<T>({ viewer, consultationId }: Where, act: (desk: Desk) => Promise<T>): Promise<T | Refused<'not-your-department'>> {
  return transaction(async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    if (!consultation) return { ok: false, why: 'not-your-department' }
    return act({ tx, viewer, consultation, work: await workOf(consultationId, tx) })
  })
}

const inWorkOf = (id: number) => and(eq(reports.consultationId, id), isNull(reports.publishedAt))

const note = ({ tx, viewer, consultation }: Desk, act: string, revision: number, why?: string, facts?: Record<string, unknown>) =>
  record(tx, viewer, {
    act,
    subject: 'report',
    subjectId: `${consultation.id}/${revision}`,
    departmentId: consultation.departmentId,
    why,
    facts,
  })

const mayWorkAt = ({ work, viewer, consultation }: Desk) => mayWork(work.facts, viewer, consultation.departmentId, consultation.now)

/** The words above the figures. Whoever wrote last has prepared the report. */
export function saveStatement(where: Where, statement: string): Promise<{ ok: true } | Refused<WhyNoWork>> {
  return locked(where, async (desk) => {
    const may = mayWorkAt(desk)
    if (!may.ok) return may
    const { tx, viewer, consultation, work } = desk
    const prepared = { statement, preparedBy: viewer.id, preparedAt: consultation.now }
    if (work.inWork) await tx.update(reports).set(prepared).where(inWorkOf(consultation.id))
    else await tx.insert(reports).values({ ...prepared, consultationId: consultation.id, revision: 1 })
    await note(desk, 'report-drafted', work.inWork?.revision ?? 1)
    return { ok: true }
  })
}

export type Submitted = { ok: true } | Refused<WhyNoWork | Fault[]>

/** To the publisher's table. From now on points and statement rest, so that what is approved is what was read. */
export function submitReport(where: Where): Promise<Submitted> {
  return locked<Submitted>(where, async (desk) => {
    const may = mayWorkAt(desk)
    if (!may.ok) return may
    const ready = isReportReady(desk.work.facts, desk.consultation.now)
    if (!ready.ok) return ready
    const { tx, viewer, consultation, work } = desk
    await tx
      .update(reports)
      .set({ submittedAt: consultation.now, preparedBy: viewer.id, returnedWhy: null })
      .where(inWorkOf(consultation.id))
    await note(desk, 'report-submitted', work.inWork!.revision)
    return { ok: true }
  })
}

/** Read under the lock: nobody can lend a hand between the question and the act. */
const decidedAbout = async ({ tx, consultation, work }: Desk) => ({ ...work.facts, preparers: await preparersOf(consultation.id, tx) })

/** Back to the staff, with the reason. */
export function returnReport(where: Where, why: string): Promise<{ ok: true } | Refused<WhyNotDecide>> {
  return locked(where, async (desk) => {
    const { tx, viewer, consultation, work } = desk
    const may = mayDecideReport(await decidedAbout(desk), viewer, consultation.departmentId)
    if (!may.ok) return may
    await tx.update(reports).set({ submittedAt: null, returnedWhy: why }).where(inWorkOf(consultation.id))
    await note(desk, 'report-returned', work.inWork!.revision, why)
    return { ok: true }
  })
}

/** What the publisher has before them: the document without its instant. */
export async function candidateOf(consultationId: number, work: Work, tx?: Tx) {
  const material = await materialOf(consultationId, work, tx)
  return { material, seen: digestOf(documentOf(material, '')) }
}

export type Published =
  { ok: true; revision: number; digest: string } | Refused<WhyNotDecide | 'changed-meanwhile' | 'sign-in-again' | Fault[]>

/**
 * One act: with the consultation locked the facts are computed anew, the rule is asked, and what it allowed is frozen.
 * A comment entered meanwhile is either in the facts or refused, never between them.
 */
export function publishReport(where: Where, seen: string): Promise<Published> {
  return locked<Published>(where, async (desk) => {
    const { tx, viewer, consultation, work } = desk
    const facts = await decidedAbout(desk)
    const here = mayDecideReport(facts, viewer, consultation.departmentId)
    if (!here.ok && here.why !== 'same-person' && here.why !== 'not-submitted') return here
    const may = mayPublishReport(facts, viewer.id, consultation.now)
    if (!may.ok) return may
    const present = isAtTheKeyboard(viewer, consultation.now)
    if (!present.ok) return present
    const candidate = await candidateOf(consultation.id, work, tx)
    if (candidate.seen !== seen) return { ok: false, why: 'changed-meanwhile' }
    const document = documentOf(candidate.material, consultation.now.toISOString())
    const digest = digestOf(document)
    await tx
      .update(reports)
      .set({ publishedAt: consultation.now, publishedBy: viewer.id, document, digest })
      .where(inWorkOf(consultation.id))
    await markReported(tx, consultation.id)
    await note(desk, 'report-published', document.revision, document.correctionWhy, { digest, ...document.equation })
    await tellAuthors(desk)
    return { ok: true, revision: document.revision, digest }
  })
}

async function tellAuthors({ tx, consultation: { id, title, departmentId } }: Desk) {
  for (const { to, lang, code } of await authorsOf(id, tx)) {
    await queueMessage(tx, { to, template: 'reported', lang, params: { title, code }, departmentId })
  }
}

export type Started = { ok: true; revision: number } | Refused<WhyNoWork | 'not-published'>

/** A later revision, with its public reason; the published one stays readable. */
export function startCorrection(where: Where, why: string): Promise<Started> {
  return locked<Started>(where, async (desk) => {
    const { tx, viewer, consultation, work } = desk
    if (!work.facts.published) return { ok: false, why: 'not-published' }
    const may = mayWork({ ...work.facts, published: false }, viewer, consultation.departmentId, consultation.now)
    if (!may.ok) return may
    const last = work.revisions.at(-1)!
    const revision = last.revision + 1
    await tx
      .insert(reports)
      .values({ consultationId: consultation.id, revision, statement: last.statement, correctionWhy: why, preparedBy: viewer.id })
    await note(desk, 'report-correction-started', revision, why)
    return { ok: true, revision }
  })
}
