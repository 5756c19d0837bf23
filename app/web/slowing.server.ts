import type { AppLoadContext } from '@remix-run/node'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export const limit = (points: number, seconds: number) => new RateLimiterMemory({ points, duration: seconds })

/** Takes one of each in turn. Minutes to wait, or 0 when the next one is welcome. */
export async function minutesToWait(...taken: [RateLimiterMemory, string][]): Promise<number> {
  try {
    for (const [limiter, key] of taken) await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000))
    throw refusal
  }
}

const counted = new WeakMap<AppLoadContext, Promise<number>>()

/** A form of a rush may have its action asked twice (rush.server): whoever sent it once has sent it once. */
export function countedOnce(context: AppLoadContext, count: () => Promise<number>): Promise<number> {
  const minutes = counted.get(context) ?? count()
  counted.set(context, minutes)
  return minutes
}
