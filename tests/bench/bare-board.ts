import { createServer } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Server } from 'socket.io'
import type { WebSocket } from 'ws'
import { broadcast } from '../../app/sockets/broadcast'
import { Line, takingOver } from '../../app/sockets/line'

const way = process.argv[2] as 'plain' | 'ours'
const delays = monitorEventLoopDelay({ resolution: 1 })
delays.enable()

/** A trivial page and one board in one process; the board goes out by io.emit to one room, or as we do, in steps. */
const page = createServer((req, res) => {
  if (req.url === '/stall') {
    res.end(String(delays.max / 1e6))
    return void delays.reset()
  }
  res.end('<!doctype html><title>好</title><p>'.padEnd(20_000, '文'))
})
const io = new Server(page, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] })
const watchers: { peer: Line }[] = []
io.on('connection', (socket) => {
  if (way === 'plain') return void socket.join('all')
  const now = (line: WebSocket) => void watchers.push({ peer: new Line(line, { said: () => {}, gone: () => {} }) })
  takingOver(socket, { may: () => true, now })()
})
process.on('message', (frame: unknown) => {
  if (way === 'plain') io.to('all').emit('tick', frame)
  else void broadcast(watchers, 'tick', frame)
})
page.listen(0, '127.0.0.1', 8192, () => console.log(`http://127.0.0.1:${(page.address() as { port: number }).port}`))
