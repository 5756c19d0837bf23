import { startEmbedded } from './embedded'
import { migrate } from './migrate'

type Given = { DATABASE_URL?: string; DATABASE_OWNER_URL?: string; DATA_DIR: string }

export type Prepared = { url: string; ownerUrl: string; embedded: boolean; adopted: boolean; stop(): Promise<void> }

/** The database of this installation, running and migrated: the county's own, or the embedded one. */
export async function prepareDatabase(given: Given, log: (line: string) => void): Promise<Prepared> {
  const found = given.DATABASE_URL
    ? {
        url: given.DATABASE_URL,
        ownerUrl: given.DATABASE_OWNER_URL ?? given.DATABASE_URL,
        embedded: false,
        adopted: false,
        stop: async () => {},
      }
    : { ...(await startEmbedded({ dataDir: given.DATA_DIR, log })), embedded: true }
  try {
    await migrate({ ownerUrl: found.ownerUrl, appUrl: found.url })
    return found
  } catch (error) {
    await found.stop()
    throw error
  }
}
