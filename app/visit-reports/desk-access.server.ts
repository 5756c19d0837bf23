import type { AppLoadContext } from '@remix-run/node'
import type { Role } from '~/accounts/rules'
import { openDayForDesk } from '~/open-days/desk-reads.server'
import { inRole } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { materialOf } from './desk-reads.server'
import { mayWork } from './rules'

const readers = ['staff', 'publisher', 'administrator', 'auditor'] as const satisfies readonly Role[]

/** Who stands before the report of which open day; that of another department is not there for them. */
export async function atReport(context: AppLoadContext, id: string | undefined, roles: readonly Role[] = readers) {
  const viewer = inRole(context, roles)
  const day = await openDayForDesk(id, viewer)
  if (!day?.publishedAt) throw notFound()
  return { viewer, day }
}

/** The same with what the report consists of, and whether this person may change it now. */
export async function atMaterial(context: AppLoadContext, id: string | undefined, roles: readonly Role[] = readers) {
  const { viewer, day } = await atReport(context, id, roles)
  const material = await materialOf(day)
  const may = mayWork(viewer, { ...day, stage: material.stage }, material.last)
  return { viewer, day, material, may, refused: may.ok ? undefined : may }
}
