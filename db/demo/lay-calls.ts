import { outbox } from '#db/schema/messages'
import { readContact } from '~/comments/rules'
import type { Templates } from '~/messages/templates'
import { seal } from '~/sealing.server'
import type { DemoComment, DemoConsultation } from './content'
import type { Place } from './lay-consultation'
import { note, type Laying } from './laying'
import { demoPeople } from './people'

const DAY_MS = 86_400_000

/** What authors are told where neither mail nor text messages are set up: calls of the last six days wait, older ones were made. */
export async function layCall(
  laying: Laying,
  place: Place,
  { title }: DemoConsultation,
  number: number,
  comment: DemoComment,
  template: keyof Templates,
  at: Date,
) {
  const contact = readContact(comment.contact ?? (comment.account ? demoPeople[comment.account].login : ''))
  if (!contact || comment.withdrawn) return
  const { departmentId, staff } = place
  const calledAt = laying.officeHour(new Date(at.getTime() + DAY_MS))
  const made = at.getTime() < laying.now.getTime() - 6 * DAY_MS
  const state = made
    ? { attempts: 1, outcome: 'reached', calledBy: staff.id, deliveredAt: calledAt }
    : { recipient: seal(contact.address), params: seal(JSON.stringify({ title, code: place.codes[number - 1] })) }
  const [row] = await laying.tx
    .insert(outbox)
    .values({ way: 'call', template, departmentId, recipientKind: contact.kind, createdAt: at, dueAt: at, ...state })
    .returning({ id: outbox.id })
  if (made)
    note(laying, calledAt, staff, {
      act: 'message-call-made',
      subject: 'message',
      subjectId: row!.id,
      departmentId,
      facts: { template, way: 'call', outcome: 'reached' },
    })
}
