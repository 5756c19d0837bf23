import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

type Answer = 'take' | 'refuse' | 'hang'

/** A mail server that keeps what it is given. */
export async function mailSink(port = 0) {
  const got: Email[] = []
  const state = { answer: 'take' as Answer, arrived: () => {} }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (address, _, done) =>
      state.answer === 'refuse' ? done(Object.assign(new Error(`no such user ${address.address}`), { responseCode: 550 })) : done(),
    onData(stream, _, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        got.push(await PostalMime.parse(Buffer.concat(parts)))
        state.arrived()
        if (state.answer !== 'hang') done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => void server.listen(port, '127.0.0.1', ready))
  const bound = (server.server.address() as AddressInfo).port
  return { got, state, port: bound, url: `smtp://127.0.0.1:${bound}`, stop: () => new Promise<void>((ended) => server.close(ended)) }
}

/** A text message gateway that keeps what it is given. */
export async function smsSink() {
  const got: { headers: Record<string, unknown>; body: string }[] = []
  const state = { status: 200 }
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      response.writeHead(state.status).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    got,
    state,
    url: `http://kaimen:the-key-of-the-gateway@127.0.0.1:${port}/send`,
    stop: () => new Promise<void>((ended) => void server.close(() => ended())),
  }
}
