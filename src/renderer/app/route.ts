import { useSyncExternalStore } from 'react'

/** Where the page is. Kept in the URL's hash, so that an example and a message can be linked to. */
export type Route =
  | { screen: 'open' }
  | { screen: 'browse' }
  | { screen: 'metrics' }
  | { screen: 'recipe' }
  | { screen: 'review' }
  | { screen: 'example'; id: string; message: number | null; queue: string | null }
  | { screen: 'siblings'; id: string; message: number | null; queue: string | null }
  | { screen: 'export' }

/** A route as whoever goes there writes it: an example is outside of any queue unless one is named. */
export type Destination =
  | Exclude<Route, { screen: 'example' | 'siblings' }>
  | { screen: 'siblings'; id: string; message?: number | null; queue?: string | null }
  | { screen: 'example'; id: string; message: number | null; queue?: string | null }

/** Reads `#/example/ID/message/12?queue=Q` and its like; anything unknown is the Open screen. */
export function routeFromHash(hash: string): Route {
  const [path = '', query] = hash.replace(/^#?\/?/, '').split('?', 2)
  const [screen, id, marker, number] = path.split('/')
  if (isPlain(screen)) return { screen }
  if ((screen !== 'example' && screen !== 'siblings') || !id) return { screen: 'open' }
  const message = marker === 'message' && number !== undefined && /^\d{1,7}$/.test(number) ? Number(number) : null
  return { screen, id: decode(id), message, queue: new URLSearchParams(query).get('queue') || null }
}

/** Screens whose name is all there is to say. */
const PLAIN = ['browse', 'metrics', 'recipe', 'review', 'export'] as const

function isPlain(screen: string | undefined): screen is (typeof PLAIN)[number] {
  return PLAIN.some((one) => one === screen)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Cannot be written in a URL; a hostile row may have one in its id. */
const LONE_SURROGATE = /\p{Surrogate}/gu

/** The hash of a route; `routeFromHash` reads it back. */
export function hashOf(route: Destination): string {
  if (route.screen !== 'example' && route.screen !== 'siblings') return `#/${route.screen}`
  const message = (route.message ?? null) === null ? '' : `/message/${route.message}`
  const queue = route.queue ? `?${new URLSearchParams({ queue: route.queue })}` : ''
  return `#/${route.screen}/${encode(route.id)}${message}${queue}`
}

function encode(id: string): string {
  return encodeURIComponent(id.replace(LONE_SURROGATE, '\ufffd'))
}

/** Goes to a route; `replace` leaves no step in the history. */
export function navigate(route: Destination, options: { replace?: boolean } = {}): void {
  const hash = hashOf(route)
  if (options.replace) window.history.replaceState(window.history.state, '', hash)
  else if (hash !== window.location.hash) window.history.pushState(null, '', hash)
  // At once, where the browser would say so in a task of its own: the next key must find the next screen.
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** Between an example and the attempts beside it: whoever comes back is at the same message of the same queue. */
export function turnTo(screen: 'example' | 'siblings', id: string): void {
  const here = routeFromHash(window.location.hash)
  const isHere = 'id' in here && here.id === id
  navigate({ screen, id, message: isHere ? here.message : null, queue: isHere ? here.queue : null })
}

/** The queue one is in, for links that stay in it. */
export function queueShown(): string | null {
  const route = routeFromHash(window.location.hash)
  return 'queue' in route ? route.queue : null
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The route the page is at. */
export function useRoute(): Route {
  return routeFromHash(useSyncExternalStore(subscribe, () => window.location.hash))
}
