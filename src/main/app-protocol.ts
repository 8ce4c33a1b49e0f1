import { fileURLToPath, pathToFileURL } from 'node:url'
import { net, protocol } from 'electron'
import { APP_SCHEME, pageFile } from './page-address.ts'

const RENDERER_DIR = fileURLToPath(new URL('../renderer', import.meta.url))

// Monaco writes style elements at run time; nothing is fetched from anywhere but the page's own origin.
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; " +
  "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Makes the page's scheme a real, secure origin. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page, and nothing else of this machine, under its scheme. */
export function serveAppProtocol(): void {
  protocol.handle(APP_SCHEME, async ({ url }) => {
    const path = pageFile(RENDERER_DIR, url)
    const file = path === null ? null : await net.fetch(pathToFileURL(path).href).catch(() => null)
    if (!file?.ok) return new Response('There is nothing here.', { status: 404 })
    const headers = new Headers(file.headers)
    headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(file.body, { headers })
  })
}
