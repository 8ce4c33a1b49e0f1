import { join } from 'node:path'

/** The page's own scheme: a real origin, without the powers of file:. */
export const APP_SCHEME = 'winnow'

/** Where a window starts: the built page, or the development server when there is one. */
export function pageAddress(developmentUrl: string | undefined): string {
  return developmentUrl ?? `${APP_SCHEME}://app/`
}

/** True for an address of the page's own origin. Compared by parts: Node gives every custom scheme the origin "null". */
export function isPageAddress(url: string, page: string): boolean {
  if (!URL.canParse(url)) return false
  const [asked, own] = [new URL(url), new URL(page)]
  return asked.protocol === own.protocol && asked.host === own.host
}

/** Segments the build writes: nothing hidden, no way up, nothing percent-encoded. */
const SEGMENT = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/

/** The file an address of the page names, or null when it names none below `rendererDir`. */
export function pageFile(rendererDir: string, url: string): string | null {
  const { host, pathname } = new URL(url)
  const segments = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/')
  return host === 'app' && segments.every((segment) => SEGMENT.test(segment)) ? join(rendererDir, ...segments) : null
}
