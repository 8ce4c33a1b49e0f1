import type { IncomingMessage } from 'node:http'

/** The names this host answers to. Anything else in Host is another site's name pointed at this machine (DNS rebinding). */
export function allowedHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/** Why a request is turned away, or null when its Host is ours. */
export function hostProblem({ headers }: Pick<IncomingMessage, 'headers'>, port: number): string | null {
  if (allowedHosts(port).includes(headers.host ?? '')) return null
  return `Winnow answers at 127.0.0.1:${port} only. Through a tunnel, use the same port number on both ends.`
}

/** Why an upgrade is turned away, or null. A page of another site can open WebSockets to this machine; its Origin tells. */
export function originProblem({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  return headers.origin === `http://${headers.host}` ? null : 'Only the page Winnow serves may connect.'
}

/** The cookie's name carries the port: browsers share cookies between ports, and two hosts must not overwrite each other's. */
export function sessionCookie(port: number): string {
  return `winnow-${port}`
}

/** The session id a request brings, or null. */
export function sessionOf({ headers }: Pick<IncomingMessage, 'headers'>, port: number): string | null {
  const prefix = `${sessionCookie(port)}=`
  const found = (headers.cookie ?? '').split(/;\s*/).find((part) => part.startsWith(prefix))
  return found?.slice(prefix.length) ?? null
}
