import { articles, consultations } from '#db/schema/consultations'
import { toRows } from '~/consultations/draft'
import { normaliseSource, splitDraft } from '~/drafts/split'
import { newCode } from '~/sealing.server'
import type { DemoConsultation } from './content'
import { layComments } from './lay-comments'
import { layPoints, layReports } from './lay-answers'
import { note, type Actor, type Laying } from './laying'
import { demoPeople, type PersonKey } from './people'

export type Place = {
  id: number
  departmentId: number
  closesAt: Date | null
  staff: Actor
  moderator: Actor
  articleId(anchor: string | undefined): number | null
  /** The receipts of its comments, in their order. */
  codes: string[]
}

export async function layConsultation(laying: Laying, content: DemoConsultation) {
  const place = await layNotice(laying, content)
  noteNotice(laying, place, content)
  await layComments(laying, place, content)
  await layPoints(laying, place, content)
  await layReports(laying, place, content)
}

async function layNotice(laying: Laying, content: DemoConsultation): Promise<Place> {
  const { tx, at, endOf } = laying
  const { slug, department, title, summary, explanatoryNote, legalBasis, contact } = content
  const departmentId = laying.department(department)
  const staff = workerOf(laying, department, 'staff')!
  const publisher = laying.person('publisher')
  const when = (moment: DemoConsultation['created'] | undefined) => (moment ? at(moment) : null)
  const publishedAt = when(content.published)
  const closesAt = content.closes === undefined ? null : endOf(content.closes)
  const source = normaliseSource(content.draft)
  const [row] = await tx
    .insert(consultations)
    .values({
      ...{ slug, departmentId, title, summary, explanatoryNote, legalBasis, sourceText: source, sourceName: `${slug}.txt` },
      ...{ contactPerson: contact.person, contactPhone: contact.phone, contactEmail: contact.email, contactAddress: contact.address },
      ...{ access: content.access, nameMode: content.nameMode, createdAt: at(content.created), preparedBy: staff.id },
      ...{ submittedAt: when(content.submitted), submittedBy: content.submitted ? staff.id : null },
      ...{ publishedAt, publishedBy: publishedAt && publisher.id, opensAt: when(content.opens) ?? publishedAt, closesAt },
      ...{ lastCommentNumber: content.comments?.length ?? 0, lastPointNumber: content.points?.length ?? 0 },
      reportedAt: when(content.reports?.[0]?.published),
    })
    .returning({ id: consultations.id })
  const { id } = row!
  const units = await tx
    .insert(articles)
    .values(toRows(id, splitDraft(source)))
    .returning({ id: articles.id, anchor: articles.anchor })
  const articleId = (anchor: string | undefined) => {
    if (!anchor) return null
    const unit = units.find((one) => one.anchor === anchor)
    if (!unit) throw new Error(`${slug}: the draft has no ${anchor}`)
    return unit.id
  }
  return {
    id,
    departmentId,
    closesAt,
    staff,
    moderator: workerOf(laying, department, 'moderator') ?? staff,
    articleId,
    codes: (content.comments ?? []).map(newCode),
  }
}

function workerOf(laying: Laying, department: string, role: 'staff' | 'moderator'): Actor | undefined {
  const found = (Object.keys(demoPeople) as PersonKey[]).find(
    (key) => demoPeople[key].department === department && demoPeople[key].role === role,
  )
  return found && laying.person(found)
}

function noteNotice(
  laying: Laying,
  { id, departmentId, staff, closesAt }: Place,
  { created, submitted, published, draft }: DemoConsultation,
) {
  const { at } = laying
  const act = (moment: Date, actor: Actor, name: string, facts?: object) =>
    note(laying, moment, actor, { act: name, subject: 'consultation', subjectId: id, departmentId, facts })
  const begun = at(created)
  const later = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)
  act(begun, staff, 'consultation-created')
  act(later(9), staff, 'draft-imported', { characters: draft.length, units: splitDraft(draft).length })
  act(later(31), staff, 'notice-changed', { fields: ['summary', 'explanatoryNote', 'legalBasis'] })
  if (submitted) act(at(submitted), staff, 'approval-requested')
  if (published) act(at(published), laying.person('publisher'), 'consultation-published', { closesAt })
}
