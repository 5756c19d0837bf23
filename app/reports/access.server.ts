import type { AppLoadContext } from '@remix-run/node'
import type { Role } from '~/accounts/rules'
import { consultationForDesk } from '~/consultations/reads.server'
import { inRole } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { numberIn } from './forms'
import { workOf, type Work } from './desk-reads.server'
import { workReaders } from './rules'

/** Who stands before the work on which published consultation; that of another department is not there for them. */
export async function atWork(context: AppLoadContext, id: string | undefined, roles: readonly Role[] = workReaders) {
  const viewer = inRole(context, roles)
  const consultation = await consultationForDesk(id, viewer)
  if (!consultation?.publishedAt) throw notFound()
  const { title, lang, department, slug, now, departmentId } = consultation
  return {
    viewer,
    now,
    departmentId,
    c: { id: consultation.id, title, lang, slug, department },
    where: { viewer, consultationId: consultation.id },
  }
}

export async function pointAtWork(context: AppLoadContext, params: { id?: string; point?: string }, roles?: readonly Role[]) {
  const at = await atWork(context, params.id, roles)
  const work = await workOf(at.c.id)
  return { ...at, work, point: pointIn(work, params.point) }
}

function pointIn(work: Work, given: string | undefined) {
  const number = numberIn(given)
  const point = work.points.find((one) => one.number === number)
  if (!point) throw notFound()
  return point
}
