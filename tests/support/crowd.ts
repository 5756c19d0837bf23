import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'

// A system keeps 4,096 new connections waiting, whatever a program asks for; beyond them it drops and in the end resets.
const CONNECTING = 1_000

export type Answer = { status: number; location?: string }

/** Forms sent in one moment, each from a household of its own and over a connection of its own, all of them open before the first is sent. */
export async function aCrowd(urls: string[], size: number) {
  const ready = new Map<string, Socket[]>(urls.map((url) => [new URL(url).port, []]))
  for (let open = 0; open < size; open += CONNECTING)
    await Promise.all(
      Array.from({ length: Math.min(CONNECTING, size - open) }, async (_, index) => {
        const port = new URL(urls[(open + index) % urls.length]!).port
        const socket = connect(Number(port), '127.0.0.1')
        await once(socket, 'connect')
        ready.get(port)!.push(socket)
      }),
    )
  const agent = new Agent({ maxSockets: Infinity })
  agent.createConnection = ({ port }) => ready.get(String(port))?.pop() ?? connect(Number(port), '127.0.0.1')

  const post = (url: string, fields: Record<string, string>) =>
    new Promise<Answer>((answer, failed) => {
      const household = Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join('.')
      const headers = {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        'X-Forwarded-For': `10.${household}`,
      }
      request(url, { method: 'POST', agent, headers }, (res) => {
        res.resume().on('end', () => answer({ status: res.statusCode!, location: res.headers.location }))
      })
        .on('error', failed)
        .end(new URLSearchParams(fields).toString())
    })

  return {
    post,
    /** What each of them does, all at once. */
    all: <T>(act: (index: number) => Promise<T>) => Promise.all(Array.from({ length: size }, (_, index) => act(index))),
    close: () => agent.destroy(),
  }
}
