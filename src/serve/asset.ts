import { join } from 'node:path'

/** A file of the page: where it lies and how it is sent. */
export interface Asset {
  path: string
  type: string
  cacheControl: string
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

/** Segments the build writes: nothing hidden, no way up, no drive or stream names, nothing percent-encoded. */
const SEGMENT = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/

/**
 * The file a URL's path names, or null when it names none. Allowed by what it is and not refused by what it might be: a path
 * of plain segments below `rendererDir` with a known extension. Names with a content hash never change, so they are kept for good.
 */
export function assetOf(rendererDir: string, urlPath: string): Asset | null {
  const segments = urlPath === '/' ? ['index.html'] : urlPath.slice(1).split('/')
  const type = TYPES[segments.at(-1)?.split('.').at(-1) ?? '']
  if (!type || !urlPath.startsWith('/') || !segments.every((segment) => SEGMENT.test(segment))) return null
  const isHashed = segments[0] === 'assets'
  return { path: join(rendererDir, ...segments), type, cacheControl: isHashed ? 'private, max-age=31536000, immutable' : 'no-store' }
}
