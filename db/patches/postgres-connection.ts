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
    silenceTimer.start()
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
  // A server that accepts and closes was asked again without pause and without end;
  // a query given between a socket's error and its close was never answered, and blocked the connection after it.
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

    ;(initial || query || sent.length) && error(${CLOSED})
    forget()
    ended && ended()
    closedTime`,
  },
  // What was left of the lost query spoiled the first one after reconnecting, and kept end() waiting for ever.
  {
    find: `  async function closed(hadError) {`,
    replace: `  function forget() {
    silenceTimer.cancel()
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
    connectTimer.cancel()
    sent.length || silenceTimer.cancel()`,
  },
  // The two questions asked while connecting had nobody to take their failure: an unhandled rejection.
  { find: `        return fetchArrayTypes()`, replace: `        return fetchArrayTypes().catch(noop)` },
  {
    find: `    query.execute()
  }`,
    replace: `    query.catch(noop)
  }`,
  },
  // A server that is frozen or cut off never answers; its own statement_timeout then helps nobody.
  // Looked at once more after the sockets were read: a busy process may have been the silent one.
  {
    find: `      , connectTimer = timer(connectTimedOut, options.connect_timeout)
`,
    replace: `      , connectTimer = timer(connectTimedOut, options.connect_timeout)
      , silenceTimer = timer(silent, options.silence_timeout)
`,
  },
  {
    find: `  async function secure() {`,
    replace: `  function silent() {
    const asked = query
        , heard = incomingCount
    setImmediate(() => {
      if (!socket || !query || stream)
        return
      query === asked && incomingCount === heard
        ? socket.destroy(Errors.connection('SERVER_SILENT', options))
        : silenceTimer.start()
    })
  }

  async function secure() {`,
  },
  {
    find: `    , nextWriteTimer = null
    , terminated`,
    replace: `    , nextWriteTimer = null
    , incomingCount = 0
    , terminated`,
  },
  {
    find: `  function data(x) {
`,
    replace: `  function data(x) {
    incomingCount++
    silenceTimer.start()
`,
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
