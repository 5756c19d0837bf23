import type { AppLoadContext } from '@remix-run/node'
import { notFound } from '~/web/responses.server'
import { participantOf, participantOrNew } from './participant.server'
import { sessionByCode, type PublicSession } from './reads.server'

const underWay = new Map<string, ReturnType<typeof sessionByCode>>()

/** The announced session of the address. When a hall opens it at once it is read once for all who ask meanwhile; what is decided is decided behind its lock. */
export async function sessionFor(code: string | undefined): Promise<PublicSession> {
  const name = code ?? ''
  let reading = underWay.get(name)
  if (!reading) underWay.set(name, (reading = sessionByCode(name).finally(() => underWay.delete(name))))
  const found = await reading
  if (!found) throw notFound()
  return found
}

export const numberIn = (typed: string | undefined) => (/^[1-9]\d{0,6}$/.test(typed ?? '') ? Number(typed) : 0)

type Asking = { request: Request; context: AppLoadContext }

export const participantIn = ({ id }: { id: number }, { request, context }: Asking) =>
  participantOf(id, context.viewer, request.headers.get('Cookie'))

export const participantOrNewIn = ({ id }: { id: number }, { request, context }: Asking) =>
  participantOrNew(id, context.viewer, request.headers.get('Cookie'))

/** What pages show of a session. */
export const shownSession = ({ id: _id, departmentId: _departmentId, ...shown }: PublicSession) => shown
