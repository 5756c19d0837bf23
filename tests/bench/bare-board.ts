import { createServer } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Server } from 'socket.io'
import { broadcast } from '../../app/sockets/broadcast'
import { ROOM } from '../../app/sockets/limits'

const delays = monitorEventLoopDelay({ resolution: 1 })
delays.enable()

/** A trivial page and one board in one process; the board goes out by io.emit to one room, or a room of some hundred in each turn of the loop. */
const page = createServer((req, res) => {
  if (req.url === '/stall') {
    res.end(String(delays.max / 1e6))
    return void delays.reset()
  }
  res.end('<!doctype html><title>好</title><p>'.padEnd(20_000, '文'))
})
const io = new Server(page, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] })
let joined = 0
const rooms = new Set<string>()
io.on('connection', (socket) => {
  const room = `board ${Math.floor(joined++ / ROOM)}`
  rooms.add(room)
  void socket.join(['all', room])
})
process.on('message', ({ way, frame }: { way: 'plain' | 'ours'; frame: unknown }) => {
  if (way === 'plain') io.to('all').emit('tick', frame)
  else void broadcast(io, rooms, 'tick', frame)
})
page.listen(0, '127.0.0.1', 8192, () => console.log(`http://127.0.0.1:${(page.address() as { port: number }).port}`))
