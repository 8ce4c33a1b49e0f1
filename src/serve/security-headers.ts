import type { OutgoingHttpHeaders } from 'node:http'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  // Monaco writes style elements at run time.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
]

/** Headers of every answer. `connect-src` names the ports' WebSocket outright: older browsers do not count ws: as 'self'. */
export function securityHeaders(port: number): OutgoingHttpHeaders {
  const connect = `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`
  return {
    'Content-Security-Policy': [
      ...CONTENT_SECURITY_POLICY,
      connect,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}
