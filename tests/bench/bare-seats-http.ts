import '../../db/patched'
import { createServer } from 'node:http'
import postgres from 'postgres'
import { microBatched, rowLockPerRequest, type Bare } from './bare-seats'

const sql = postgres(process.env.DATABASE_URL!, { max: 10, onnotice: () => {} })
const at = JSON.parse(process.env.SLOT!) as Bare
const ways = { '/lock': rowLockPerRequest(sql, at), '/batch': microBatched(sql, at) }

/** A registration by form post with nothing around it; one address locks a row for each request, the other writes in groups. */
const server = createServer(async (req, res) => {
  let text = ''
  for await (const chunk of req) text += chunk
  new URLSearchParams(text).get('name')
  await ways[req.url as keyof typeof ways]()
  res.writeHead(303, { Location: '/registrations/x' }).end()
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
