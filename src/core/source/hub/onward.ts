import { NetError } from './net/net-error.ts'

/** A page holds up to 1,000 entries. */
const MOST_PAGES = 10_000

/**
 * A fetch for one listing, which sends on from page to page: never to one it has given, and not for ever.
 * @throws NetError `redirect` when it does; what `fetch` throws
 */
export function onward(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const seen = new Set<string>()
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const isLost = seen.has(url.href) || seen.size === MOST_PAGES
    seen.add(url.href)
    if (isLost) throw new NetError(url.host, { kind: 'redirect', what: 'sends from page to page of its listing without end' })
    return fetch(input, init)
  }
}
