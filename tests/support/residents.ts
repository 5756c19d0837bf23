import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'

/** A demo consultation that takes comments, with a contact. */
const SLUG = 'e-bikes'

type Answer = { status: number; location?: string }
type Failure = 'nobody there' | 'cut'

/**
 * Residents who each send one request after the other over a kept connection. A comment is sent again, with the same
 * form key, until its receipt has come or nobody answers any more.
 */
export function residents(url: string, { writing, reading = 0 }: { writing: number; reading?: number }) {
  const receipts = new Map<string, string>()
  const cut: string[] = []
  const other: number[] = []
  let answered = 0
  let going = true
  const send = (agent: Agent, path: string, fields?: Record<string, string>) =>
    once(agent, url + path, fields).then((got) => {
      if (got === 'cut') cut.push(path)
      else if (got !== 'nobody there') answered++
      return got
    })
  const write = async (agent: Agent) => {
    const key = randomBytes(16).toString('base64url')
    for (;;) {
      const got = await send(agent, `/consultations/${SLUG}/comments/submission`, { key, body: key, contact: aMobile() })
      if (got === 'nobody there') return false
      if (got === 'cut') continue
      if (got.status === 303) return Boolean(receipts.set(key, got.location!))
      other.push(got.status)
    }
  }
  const read = async (agent: Agent) => (await send(agent, `/consultations/${SLUG}`)) !== 'nobody there'
  const oneAfterAnother = async (act: (agent: Agent) => Promise<boolean>) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (going && (await act(agent)));
    agent.destroy()
  }
  const all = Promise.all([
    ...Array.from({ length: writing }, () => oneAfterAnother(write)),
    ...Array.from({ length: reading }, () => oneAfterAnother(read)),
  ])
  return {
    receipts,
    /** Requests whose connection ended before their whole answer was there. */
    cut,
    /** Answers to a comment that were no receipt. */
    other,
    answered: () => answered,
    /** Until nobody answers any more. */
    left: all,
    /** What has been begun is still finished: every comment has its receipt. */
    async stop() {
      going = false
      await all
    },
  }
}

const aMobile = () => `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
const anAddress = () => [10, ...randomBytes(3)].join('.')

function once(agent: Agent, url: string, fields?: Record<string, string>) {
  return new Promise<Answer | Failure>((resolve) => {
    const headers = {
      'X-Forwarded-For': anAddress(),
      ...(fields && { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }),
    }
    const sent = request(url, { agent, method: fields ? 'POST' : 'GET', headers }, (res) => {
      res.resume()
      res.once('close', () => resolve(res.complete ? { status: res.statusCode!, location: res.headers.location } : 'cut'))
    })
    sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'nobody there' : 'cut'))
    sent.end(fields && String(new URLSearchParams(fields)))
  })
}
