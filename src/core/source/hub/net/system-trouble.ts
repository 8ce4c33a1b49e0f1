import type { Trouble } from './net-error.ts'

const UNREACHABLE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])

const CERTIFICATE = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO|UND_ERR_PRX_TLS)/

/** What an error of the system or of undici means. Only its code is taken over: messages and causes may quote what was sent. */
export function systemTrouble(error: unknown, isNew: boolean): Trouble {
  const code = codeOf(error)
  const refused = error instanceof Error ? /proxy.*\((\d{3})\)/i.exec(error.message)?.[1] : undefined
  if (refused !== undefined) return { kind: 'proxy', status: Number(refused) }
  if (UNREACHABLE.has(code)) return { kind: 'unreachable', code, isNew }
  if (CERTIFICATE.test(code)) return { kind: 'certificate', code }
  return { kind: 'broken', what: `broke the connection off (${code})` }
}

function codeOf(error: unknown): string {
  const { code, errors, name } = (error ?? {}) as { code?: unknown; errors?: unknown[]; name?: unknown }
  if (typeof code === 'string') return code
  // Tried on IPv6 and IPv4 at once, a connection fails with a list.
  if (Array.isArray(errors) && errors.length > 0) return codeOf(errors[0])
  return typeof name === 'string' ? name : 'unknown error'
}
