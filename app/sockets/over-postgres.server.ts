import type { Client } from 'pg'
import type { Bus, Report } from './between.server'

const SILENCE_MS = 5_000
const NEVER_MS = 2 ** 31 - 1

export async function overPostgres(url: string, { lost, found }: Report): Promise<Bus> {
  const [{ default: pg }, { createAdapter }] = await Promise.all([import('pg'), import('@socket.io/postgres-adapter')])
  let newest: Client | null = null
  let ready = false
  let ended = false
  const ill = (error: unknown) => void (ended || lost(bus, error))
  const well = () => void (ended || found(bus))

  /** The adapter takes a new connection for each that broke, hears no errors of it, and gives none back: there is one. */
  async function connect() {
    newest?.removeAllListeners('end')
    leave()
    if (ended) return new Promise<never>(() => {})
    const client = (newest = new pg.Client({
      connectionString: url,
      application_name: 'kaimen bus',
      keepAlive: true,
      connectionTimeoutMillis: SILENCE_MS,
      query_timeout: SILENCE_MS,
    }))
    client.on('error', ill)
    client.on('end', () => {
      if (client === newest) ready = false
      ill('the connection ended')
    })
    await client.connect().catch((error: unknown) => {
      ill(error)
      throw error
    })
    ready = client === newest
    well()
    return Object.assign(client, { release: leave })
  }

  function leave() {
    const old = newest
    newest = null
    ready = false
    void old?.end().catch(() => {})
  }

  /** Only what is said on the bus; a table for longer words there is none. */
  const query = async (text: string, values: unknown[]) => {
    if (!text.includes('pg_notify')) throw new Error('nothing longer is sent')
    if (ready) await newest!.query(text, values).then(well, ill)
  }

  const bus = { connect, query }
  return {
    adapter: createAdapter(bus as never, { channelPrefix: 'kaimen', cleanupInterval: NEVER_MS, heartbeatInterval: NEVER_MS }),
    end() {
      ended = true
      leave()
    },
  }
}
