import type { LoaderFunctionArgs } from '@remix-run/node'
import { forASecond } from '~/web/responses.server'
import { onClock } from '../clocks.server'
import { answerersOf } from '../reads.server'
import { sessionFor } from '../session.server'
import { declinedCounts, transcriptOf } from '../transcript-reads.server'

/** The record for programs: what is public of a session, and nothing else. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id, consultation, openDay, department, ...session } = await sessionFor(params.code)
  const { code, title, lang, summary, stage, startsAt, endsAt, openedAt, endedAt, closedAt } = session
  const [all, declined, answerers] = await Promise.all([transcriptOf(id), declinedCounts(id), answerersOf(id)])
  const questions = await onClock(all, context.county.zone, () => session)
  const named = (of: { name: string; nameEn: string }) => ({ name: of.name, nameEn: of.nameEn })
  const about = { consultation: consultation?.slug ?? null, openDay: openDay?.slug ?? null, department: named(department) }
  const document = {
    session: { code, title, lang, summary, stage, startsAt, endsAt, openedAt, endedAt, closedAt, ...about },
    answerers: answerers.map(({ name, office, department: of }) => ({ name, office, department: named(of) })),
    declined,
    questions,
  }
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: { ...forASecond, 'Content-Type': 'application/json; charset=utf-8' },
  })
}
