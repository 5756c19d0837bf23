import type { Sql, TransactionSql } from 'postgres'

// Rows that are inserted by the hundred make a statement of their own for every number of rows.
const MOST_PARAMETERS = 80

/**
 * Drizzle sends whatever has no name unprepared: the server parses and plans it anew each time, after a round trip of
 * its own to learn the parameters. Our statements are few and fixed, so each connection prepares them once.
 */
export const preparing = <Client extends Pick<Sql, 'unsafe'>>(sql: Client): Client =>
  new Proxy(sql, {
    get(client, key) {
      if (key === 'unsafe') return unsafe(client)
      const own = Reflect.get(client, key) as unknown
      if (key === 'begin') return (work: (tx: TransactionSql) => unknown) => (own as Sql['begin'])((tx) => work(preparing(tx)))
      return own
    },
  })

const unsafe =
  (client: Pick<Sql, 'unsafe'>): Sql['unsafe'] =>
  (query, args = [], options = {}) =>
    client.unsafe(query, args, { ...options, prepare: args.length > 0 && args.length <= MOST_PARAMETERS })
