import { randomBytes, randomInt } from 'node:crypto'
import type { Request } from 'autocannon'
import { aCountyToMeasure } from './county'
import { compared, inTurn, serve, type Row } from './measure'

const TEXT = '小区门口晚上停满了车，希望这一条写清楚由谁来管、几点以前要挪开，也请考虑上夜班的人。'

/** A comment by form post against a bare handler that writes the same rows in a transaction. */
export async function postComment(): Promise<Row[]> {
  const county = await aCountyToMeasure({ TRUSTED_PROXIES: '127.0.0.1' })
  const bare = await serve('tests/bench/bare-comment.ts', { DATABASE_URL: county.databaseUrl })
  const requests: Request[] = [{ method: 'POST', setupRequest: aComment }]
  const [ours, floor] = await inTurn([
    { url: `${county.app.url}/consultations/bench/comments/submission`, request: { requests } },
    { url: bare.url, request: { requests } },
  ])
  bare.stop()
  await county.stop()
  return [compared('post-comment', ours!, floor!, 'comments/s', 1 / 3)]
}

/** Each from a form of its own and a household of its own, as a county's residents send them. */
function aComment(request: Request): Request {
  const body = new URLSearchParams({ key: randomBytes(16).toString('base64url'), stance: 'change', body: TEXT }).toString()
  const household = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
  return {
    ...request,
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': household },
  }
}
