const BASE_MS = 500
const CAP_MS = 30_000
const ASKED_CAP_MS = 5 * 60_000

/**
 * How long to wait after the `failures`-th failure in a row (from 1), in milliseconds: exponential from 500, at most 30,000, with full jitter
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), so that many clients that failed together do not come back together.
 */
export function backoffMs(failures: number, random: () => number): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** (failures - 1))
}

/**
 * How long the answer asks to wait, in milliseconds, at most five minutes; null when it does not say. Retry-After in seconds or as an HTTP date
 * (RFC 9110, 10.2.3), else the seconds until the window ends in RateLimit (`"api";r=0;t=55`, https://huggingface.co/docs/hub/rate-limits).
 */
export function askedWaitMs(header: (name: string) => string | null, now: number): number | null {
  const asked = retryAfterMs(header('retry-after'), now) ?? windowMs(header('ratelimit'))
  return asked === null ? null : Math.min(ASKED_CAP_MS, Math.max(0, asked))
}

function retryAfterMs(value: string | null, now: number): number | null {
  const text = value?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  // Date.parse takes "-5" and other scraps for dates; an HTTP date begins with a weekday.
  const at = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : at - now
}

function windowMs(value: string | null): number | null {
  const seconds = value?.match(/;\s*t=(\d+)/)?.[1]
  return seconds === undefined ? null : Number(seconds) * 1000
}
