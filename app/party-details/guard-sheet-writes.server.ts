import { transaction } from '#db/connection.server'
import type { Viewer } from '~/accounts/rules'
import { record } from '~/record/writes.server'
import { guardSheet, type Sheet } from './guard-sheet-reads.server'

/** Opens the sheet of an entrance and leaves the line that says who did: first the line, then what it shows. */
export const openGuardSheet = (viewer: Viewer, day: { id: number; departmentId: number }, sheet: Sheet, zone: string) =>
  transaction(async (tx) => {
    const { gate, on } = sheet
    await record(tx, viewer, {
      act: 'guard-sheet-opened',
      subject: 'open-day',
      subjectId: day.id,
      departmentId: day.departmentId,
      facts: { gate, on },
    })
    return guardSheet(tx, day.id, sheet, zone)
  })
