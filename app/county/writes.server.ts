import { transaction, type Tx } from '#db/connection.server'
import { county } from '#db/schema/county'
import type { Viewer } from '~/accounts/rules'
import { record } from '~/record/writes.server'
import { forgetCounty } from './reads.server'
import { maySetCounty } from './rules'

type Row = typeof county.$inferInsert
export type Settings = Omit<Row, 'only' | 'demoLaidAt'>

/** The first time, with the first administrator, in the transaction of the set-up. */
export async function layCounty(tx: Tx, viewer: Pick<Viewer, 'id' | 'name' | 'role' | 'departmentId'>, values: Settings) {
  await tx.insert(county).values(values).onConflictDoUpdate({ target: county.only, set: values })
  await record(tx, viewer, { act: 'county-set-up', subject: 'county', subjectId: 1 })
  forgetCounty()
}

/** The record names the fields that changed. */
export async function saveCounty(viewer: Viewer, values: Settings) {
  const may = maySetCounty(viewer)
  if (!may.ok) return may
  await transaction(async (tx) => {
    const [before] = await tx.select().from(county).for('update')
    const changed = (Object.keys(values) as (keyof Settings)[]).filter((field) => before?.[field] !== values[field])
    if (changed.length === 0) return
    await tx.insert(county).values(values).onConflictDoUpdate({ target: county.only, set: values })
    await record(tx, viewer, { act: 'county-changed', subject: 'county', subjectId: 1, facts: { changed } })
  })
  forgetCounty()
  return may
}
