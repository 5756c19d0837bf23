import type { Edit } from './postgres-connection'

// A transaction whose connection was lost went on over that connection after it had reconnected for somebody else:
// its writes and its rollback fell into the other transaction. The same happened to what outlived its transaction.
export const poolEdits: Edit[] = [
  {
    find: `    socket          : o.socket,
`,
    replace: `    socket          : o.socket,
    silence_timeout : o.silence_timeout,
`,
  },
  {
    find: `Object.assign(Postgres, {
`,
    replace: `Object.assign(Postgres, {
  survivesLostServers: true,
`,
  },
  {
    find: `      , connection
      , prepare = null

    try {`,
    replace: `      , connection
      , over = null
      , prepare = null

    try {`,
  },
  {
    find: `        new Promise((_, reject) => connection.onclose = reject)
      ])
    } catch (error) {
      throw error
    }`,
    replace: `        new Promise((_, reject) => connection.onclose = err => {
          over = over || err
          while (queries.length)
            queries.shift().reject(err)
          reject(err)
        })
      ])
    } catch (error) {
      throw error
    } finally {
      over = over || Errors.generic('TRANSACTION_OVER', 'The transaction this query belongs to is over')
    }`,
  },
  {
    find: `        q.catch(e => uncaughtError || (uncaughtError = e))
`,
    replace: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (over)
          return q.reject(over)
`,
  },
  {
    find: `        const query = { reserve: resolve, reject }
`,
    replace: `        const query = { reserve: resolve, reject: err => (queries.remove(query), reject(err)) }
`,
  },
  {
    find: `    c.reserved.release = true
`,
    replace: `    c.reserved.release = true
    let over = null
    c.onclose = err => {
      over = over || err
      while (queue.length)
        queue.shift().reject(err)
    }
`,
  },
  {
    find: `    sql.release = () => {
`,
    replace: `    sql.release = () => {
      if (over)
        return
      over = Errors.generic('RESERVATION_OVER', 'This connection has been released')
      c.onclose = null
`,
  },
  {
    find: `    function handler(q) {
      c.queue === full
        ? queue.push(q)`,
    replace: `    function handler(q) {
      if (over)
        return q.reject(over)
      c.queue === full
        ? queue.push(q)`,
  },
]
