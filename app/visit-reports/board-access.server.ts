import type { AppLoadContext } from '@remix-run/node'
import { inRole } from '~/web/access.server'
import { LARGEST_ID } from '~/web/ids'
import { boardReaders } from './rules'
import { boardFor, type Wanted } from './board-reads.server'

/** The board that an address asks for. */
export async function boardAt(request: Request, context: AppLoadContext) {
  const viewer = inRole(context, boardReaders)
  const asked = new URL(request.url).searchParams.get('campaign') ?? ''
  const wanted: Wanted = asked === 'outside' ? asked : /^\d{1,10}$/.test(asked) && Number(asked) <= LARGEST_ID ? Number(asked) : null
  return { wanted, rows: await boardFor(viewer, wanted, context.county.zone) }
}
