import { comments } from '#db/schema/comments'
import { moderations, objections } from '#db/schema/moderation'
import { inadmissibles } from '#db/schema/reports'
import { authorKeyOf } from '~/comments/reads.server'
import { displayName, isLate, readContact } from '~/comments/rules'
import { covered } from '~/moderation/redaction'
import { moderationWords } from '~/moderation/words'
import { lookupKey, seal } from '~/sealing.server'
import type { DemoComment, DemoConsultation } from './content'
import { layCall } from './lay-calls'
import type { Place } from './lay-consultation'
import { note, type Laying } from './laying'
import { demoPeople } from './people'

export async function layComments(laying: Laying, place: Place, content: DemoConsultation) {
  const said = content.comments ?? []
  if (said.length === 0) return
  await laying.tx.insert(comments).values(said.map((comment, i) => rowOf(laying, place, content, comment, i + 1)))
  for (const [i, comment] of said.entries()) {
    noteEntry(laying, place, comment, i + 1)
    await layModeration(laying, place, content, comment, i + 1)
    await layRefusal(laying, place, comment, i + 1)
  }
}

function rowOf(laying: Laying, place: Place, content: DemoConsultation, comment: DemoComment, number: number) {
  const code = place.codes[number - 1]!
  const receivedAt = laying.at(comment.at)
  const own = comment.account && demoPeople[comment.account]
  const name = comment.name ?? own?.name ?? ''
  const contact = readContact(comment.contact ?? own?.login ?? '')
  return {
    ...{ consultationId: place.id, number, articleId: place.articleId(comment.on), channel: comment.channel, stance: comment.stance },
    ...{ body: comment.says, replacement: comment.instead, displayName: displayName(content.nameMode ?? 'masked', name) },
    ...{ authorName: name ? seal(name) : null, contact: contact && seal(contact.address), contactKind: contact?.kind },
    ...{ authorKey: contact && authorKeyOf(place.id, contact.address), accountId: comment.account && laying.person(comment.account).id },
    ...{ receiptKey: lookupKey('receipt', code), receiptSealed: seal(code), formKey: `demo:${place.id}:${number}`, formPrint: 'demo' },
    ...{ receivedAt, enteredAt: enteredAt(laying, comment), enteredBy: isEntered(comment) ? place.staff.id : null },
    late: isLate({ closesAt: place.closesAt }, receivedAt),
    withdrawnAt: comment.withdrawn && laying.at(comment.withdrawn),
    fate: fateOf(content, comment, number),
  }
}

const isEntered = ({ channel = 'web' }: DemoComment) => channel !== 'web'

function enteredAt({ at, officeHour }: Laying, comment: DemoComment) {
  if (comment.entered) return at(comment.entered)
  return isEntered(comment) ? officeHour(at(comment.at)) : at(comment.at)
}

function fateOf({ points = [] }: DemoConsultation, { withdrawn, refused }: DemoComment, number: number) {
  if (withdrawn) return 'withdrawn' as const
  if (refused) return 'inadmissible' as const
  return points.some((point) => point.comments.includes(number)) ? ('in_points' as const) : null
}

function noteEntry(laying: Laying, { id, departmentId, staff }: Place, comment: DemoComment, number: number) {
  if (!isEntered(comment)) return
  note(laying, enteredAt(laying, comment), staff, {
    act: 'comment-entered',
    subject: 'comment',
    subjectId: `${id}/${number}`,
    departmentId,
    facts: { channel: comment.channel },
  })
}

const cover = (text: string) => covered(text, (kind) => moderationWords.zh.kind[kind])

async function layModeration(laying: Laying, place: Place, content: DemoConsultation, comment: DemoComment, number: number) {
  const decidedAt = laying.officeHour(enteredAt(laying, comment))
  if (comment.waiting || (comment.withdrawn && laying.at(comment.withdrawn) < decidedAt)) return
  const visibility = comment.withheld ? 'withheld' : comment.covered ? 'redacted' : 'published'
  const reason = comment.withheld?.reason ?? (comment.covered ? 'personal-data' : '')
  const why = comment.withheld?.note ?? comment.covered?.note ?? ''
  const publics = comment.covered ? { publicBody: cover(comment.says), publicReplacement: cover(comment.instead ?? '') } : {}
  const at = { consultationId: place.id, number }
  await laying.tx.insert(moderations).values({ ...at, visibility, reason, note: why, ...publics, decidedAt, decidedBy: place.moderator.id })
  note(laying, decidedAt, place.moderator, {
    act: `comment-${visibility}`,
    subject: 'comment',
    subjectId: `${place.id}/${number}`,
    departmentId: place.departmentId,
    why,
    facts: { visibility, reason },
  })
  if (visibility !== 'published') await layCall(laying, place, content, number, comment, 'moderated', decidedAt)
  await layObjection(laying, place, comment, number)
}

async function layObjection(laying: Laying, place: Place, { objection }: DemoComment, number: number) {
  if (!objection) return
  const { answer } = objection
  const answered = answer && { answer: answer.says, outcome: answer.outcome, answeredAt: laying.at(answer.at), answeredBy: place.staff.id }
  const [row] = await laying.tx
    .insert(objections)
    .values({
      consultationId: place.id,
      number,
      text: objection.says,
      madeAt: laying.at(objection.at),
      against: place.moderator.id,
      ...answered,
    })
    .returning({ id: objections.id })
  if (!answer) return
  const facts = { changed: answer.outcome === 'changed' }
  note(laying, laying.at(answer.at), place.staff, {
    act: 'objection-answered',
    subject: 'objection',
    subjectId: row!.id,
    departmentId: place.departmentId,
    facts,
  })
}

async function layRefusal(laying: Laying, { id, departmentId, staff }: Place, { refused }: DemoComment, number: number) {
  if (!refused) return
  const decidedAt = laying.at(refused.at)
  await laying.tx
    .insert(inadmissibles)
    .values({ consultationId: id, number, reason: refused.reason, note: refused.note, decidedAt, decidedBy: staff.id })
  note(laying, decidedAt, staff, {
    act: 'comment-refused',
    subject: 'comment',
    subjectId: `${id}/${number}`,
    departmentId,
    facts: { reason: refused.reason },
  })
}
