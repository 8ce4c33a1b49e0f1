import type { Secret } from './find-secrets.ts'

const USER_INFO = /[^\s/:@"'`<>(){}[\]$%*|\\]{1,64}:([^\s/:@"'`<>(){}[\]$%*|\\]{6,100})@([A-Za-z0-9.-]{4,100})/y

/** Passwords of documentation and of containers on one's own machine. */
const NO_SECRET = /^(?:pass|pwd|user|admin|root|postgres|mysql|mongo|redis|rabbit|guest|hunter|correct|foo|bar|baz|abc|123|xxx|\.\.\.)/i
/** Hosts that are nobody else's (RFC 1918, RFC 2606, RFC 6761); those of one word are left out as well. */
const OWN_HOST =
  /^(?:127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.)|(?:^|\.)(?:example|test|invalid|local|localhost)(?:\.[a-z]{2,3})?$/i

/** The password of `scheme://user:password@host` (RFC 3986, 3.2.1), asked behind the slashes. */
export function urlPassword(text: string, from: number): Secret[] {
  USER_INFO.lastIndex = from
  const [whole, password = '', host = ''] = USER_INFO.exec(text) ?? []
  if (whole === undefined || NO_SECRET.test(password) || OWN_HOST.test(host) || !host.includes('.')) return []
  const end = from + whole.length - host.length - 1
  return [{ kind: 'url-password', certainty: 'likely', start: end - password.length, end }]
}
