import { and, eq, isNull, max, sql } from 'drizzle-orm'
import { transaction } from '#db/connection.server'
import { visitPhotos } from '#db/schema/visit-reports'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import type { Photo } from '~/files/photo.server'
import { removeFile, storeFile } from '~/files/writes.server'
import { mayTakeDown, PHOTOS_MOST } from './rules'
import { leave, lockReport, working } from './working-writes.server'

type Said = { alt: string; people: 'agreed' | 'nobody' }

/** Kept under a name that says nothing: what a telephone calls a picture is when it was taken. */
export const addPhoto = (viewer: Viewer, openDayId: number, { kind, bytes, width, height }: Photo, said: Said) =>
  working(viewer, openDayId, async ({ tx, day }) => {
    const here = eq(visitPhotos.openDayId, openDayId)
    if ((await tx.$count(visitPhotos, and(here, isNull(visitPhotos.removedAt)))) >= PHOTOS_MOST) return refused('too-many')
    const [row] = await tx
      .select({ last: max(visitPhotos.position) })
      .from(visitPhotos)
      .where(here)
    const position = (row?.last ?? 0) + 1
    const fileId = await storeFile(tx, { name: `photo-${position}.${kind}`, kind, bytes }, viewer.id)
    await tx.insert(visitPhotos).values({ ...said, openDayId, position, fileId, width, height, addedBy: viewer.id })
    await leave(tx, viewer, day, 'visit-photo-added', { facts: { shown: said.people } })
    return allowed
  })

/** The bytes are deleted; that there was a photo, who took it down and why stays. */
export const takeDownPhoto = (viewer: Viewer, openDayId: number, id: string, why: string) =>
  transaction(async (tx) => {
    const { day } = await lockReport(tx, openDayId)
    const may = mayTakeDown(viewer, day)
    if (!may.ok) return may
    const [photo] = await tx
      .select({ fileId: visitPhotos.fileId })
      .from(visitPhotos)
      .where(and(eq(visitPhotos.id, id), eq(visitPhotos.openDayId, openDayId), isNull(visitPhotos.removedAt)))
    if (!photo) return refused('gone')
    await tx
      .update(visitPhotos)
      .set({ fileId: null, removedAt: sql`app_now()`, removedBy: viewer.id, removedWhy: why })
      .where(eq(visitPhotos.id, id))
    await removeFile(tx, photo.fileId!)
    await leave(tx, viewer, day, 'visit-photo-taken-down', { why })
    return allowed
  })
