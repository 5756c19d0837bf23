import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

/** Plain ws: what it is told goes to every client at once. */
const server = createServer((_, res) => res.end(Array.from({ length: 500 }, (_, at) => `${at} 好`).join()))
const clients = new WebSocketServer({ server, perMessageDeflate: false })
process.on('message', (text: string) => {
  for (const client of clients.clients) client.send(text)
})
server.listen(0, '127.0.0.1', 8192, () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
