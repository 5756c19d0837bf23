import { io } from './socket.io/socket.io.esm.min.js'

const base = new URL('..', import.meta.url).pathname

/**
 * One connection for a page that watches. It comes back by itself, after a pause of its own so that a hall does not
 * return in one moment, and says each time which number it has.
 */
export function connect({ joined, left = () => {}, on }) {
  const socket = io({
    path: `${base}socket.io`,
    transports: ['websocket', 'polling'],
    reconnectionDelay: 1000,
    reconnectionDelayMax: 10_000,
    randomizationFactor: 0.8,
  })
  socket.on('connect', () => joined(socket))
  socket.on('disconnect', left)
  socket.on('leaving', ({ within }) => {
    socket.disconnect()
    setTimeout(() => socket.connect(), Math.random() * within)
  })
  for (const [event, heard] of Object.entries(on)) socket.on(event, heard)
  return socket
}
