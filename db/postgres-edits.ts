// What postgres 3.4.9 does wrong when the server goes away or a statement fails half-way, and what it does instead.
// Upstream: porsager/postgres #1154, #1208, and pull requests #1168, #1209; the rest was found beside them.
export type Edit = { find: string; replace: string }

const CLOSED = `Errors.connection('CONNECTION_CLOSED', options)`

export const connectionEdits: Edit[] = [
  // A write after the socket is gone threw in setImmediate, where nothing can catch it, and ended the process.
  {
    find: `    const x = socket.write(chunk, fn)
`,
    replace: `    if (socket === null) {
      chunk = nextWriteTimer = null
      return true
    }
    const x = socket.write(chunk, fn)
`,
  },
  {
    find: `    if (stream)
      return queryError(q, Errors.generic('COPY_IN_PROGRESS'`,
    replace: `    if (socket === null)
      return (queryError(q, ${CLOSED}), true)

    if (stream)
      return queryError(q, Errors.generic('COPY_IN_PROGRESS'`,
  },
  // A cleared but not forgotten timer: the connection never sent anything again, not even after reconnecting.
  {
    find: `    clearImmediate(nextWriteTimer)
    if (socket) {`,
    replace: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    if (socket) {`,
  },
  {
    find: `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)`,
    replace: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)`,
  },
  // A server that accepts and closes was asked again without pause and without end.
  {
    find: `    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime`,
    replace: `    if (initial && options.host.length > 1) {
      query && queryError(query, ${CLOSED})
      forget()
      return reconnect()
    }

    !hadError && (initial || query || sent.length) && error(${CLOSED})
    forget()
    ended && ended()
    closedTime`,
  },
  // What was left of the lost query spoiled the first one after reconnecting, and kept end() waiting for ever.
  {
    find: `  async function closed(hadError) {`,
    replace: `  function forget() {
    query = results = errorResponse = null
    result = new Result()
    rows = 0
  }

  async function closed(hadError) {`,
  },
  // After an error in the middle of a result the next one began with that many empty places.
  {
    find: `    query = results = errorResponse = null
    result = new Result()
    connectTimer.cancel()`,
    replace: `    query = results = errorResponse = null
    result = new Result()
    rows = 0
    connectTimer.cancel()`,
  },
  // The two questions asked while connecting had nobody to take their failure: an unhandled rejection.
  { find: `        return fetchArrayTypes()`, replace: `        return fetchArrayTypes().catch(noop)` },
  {
    find: `    query.execute()
  }`,
    replace: `    query.catch(noop)
  }`,
  },
  // COPY wrote to the lost socket, too, and a failed COPY never told its stream.
  {
    find: `    stream && (stream.destroy(err), stream = null)
`,
    replace: `    stream && (stream.destroy(err), stream = null)
    final && (final(err), final = null)
`,
  },
  {
    find: `    stream = new Stream.Writable({
      autoDestroy: true,
      write(chunk, encoding, callback) {
        socket.write(b().d().raw(chunk).end(), callback)
      },
      destroy(error, callback) {
        callback(error)
        socket.write(b().f().str(error + b.N).end())
        stream = null
      },
      final(callback) {
        socket.write(b().c().end())
        final = callback`,
    replace: `    stream = new Stream.Writable({
      autoDestroy: true,
      write(chunk, encoding, callback) {
        socket ? socket.write(b().d().raw(chunk).end(), callback) : callback(${CLOSED})
      },
      destroy(error, callback) {
        callback(error)
        if (this !== stream)
          return
        socket && socket.write(b().f().str(error + b.N).end())
        stream = null
      },
      final(callback) {
        if (!socket)
          return callback(${CLOSED})
        socket.write(b().c().end())
        final = callback`,
  },
]

// A transaction whose connection was lost went on over that connection after it had reconnected for somebody else:
// its writes and its rollback fell into the other transaction. The same happened to what outlived its transaction.
export const poolEdits: Edit[] = [
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
