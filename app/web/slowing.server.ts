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
