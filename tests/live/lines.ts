import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterAll, beforeAll, expect } from 'vitest'
import type { WebSocket } from 'ws'
import { Line, takingOver } from '../../app/sockets/line'
import { bySocket, type Peer } from '../../app/sockets/peer'
import { aWatcher } from '../support/live-client'

/** What was heard on a line of ours, each answered with its name, and the end of it. */
type Taken = { peer: Line; said: unknown[][]; gone: Promise<void> }

/** A socket.io server of the test's own that takes each line over as soon as it is there. */
export function useLines() {
  const http = createServer()
  const io = new Server(http, { perMessageDeflate: false })
  const peers: { peer: Peer }[] = []
  const lines: Taken[] = []
  const served = { io, peers, url: '', onALine }

  beforeAll(async () => {
    io.on('connection', (socket) => {
      if (socket.conn.transport.name === 'polling') return void peers.push({ peer: bySocket(socket) })
      takingOver(socket, { may: () => true, now: took })()
    })
    await once(http.listen(0, '127.0.0.1'), 'listening')
    served.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  })
  afterAll(() => {
    io.disconnectSockets(true)
    http.closeAllConnections()
    http.close()
  })

  function took(socket: WebSocket) {
    const said: unknown[][] = []
    let ended: () => void
    const gone = new Promise<void>((done) => (ended = done))
    const peer = new Line(socket, {
      said(event, given, answer) {
        said.push([event, given])
        answer({ heard: event })
      },
      gone: () => ended(),
    })
    lines.push({ peer, said, gone })
    peers.push(lines.at(-1)!)
  }

  async function onALine() {
    const before = lines.length
    const client = await aWatcher(served.url)
    await expect.poll(() => lines.length).toBe(before + 1)
    const { peer, said, gone } = lines.at(-1)!
    return { client, watcher: lines.at(-1)!, line: peer, said, gone }
  }
  return served
}
