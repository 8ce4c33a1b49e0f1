import type { Secret } from './find-secrets.ts'
import { bitsPerSign } from './is-placeholder.ts'

/** Shorter values are told from words by nothing. */
const LEAST = 24
const MOST = 200

/** A random value of base 62 has 4.5 bits a sign at this length, of hexadecimal digits 3.6; identifiers stay below 3.9 and have no digits. */
const LEAST_BITS = 3.5

/** What stands before the value: a name that ends in one of these words, then a colon or an equals sign. */
const NAMED =
  /(?:api|access|auth|secret|private|signing|encryption|client|bearer)[_-]?(?:key|token|secret)[\\"']{0,3}\s{0,3}(?:=>|:=|[:=])\s{0,3}[\\"']{1,2}$/i

/** How far before the value the name is looked for. */
const BEFORE = 48

/** A value in quotes, assigned to a name such as `api_key`, that looks random. Names of identity and hashes of commits are assigned to other names. */
export function assignedKey(text: string, start: number, end: number): Secret[] {
  const length = end - start
  const quote = text.charAt(end)
  const isQuoted = (quote === '"' || quote === "'" || quote === '\\') && /["']/.test(text.charAt(start - 1))
  if (!isQuoted || length < LEAST || length > MOST || !NAMED.test(text.slice(Math.max(0, start - BEFORE), start))) return []
  const value = text.slice(start, end)
  return isRandom(value) ? [{ kind: 'assigned-key', certainty: 'possible', start, end }] : []
}

/** Names are letters in words; random values have digits among them. */
function isRandom(value: string): boolean {
  const digits = value.replace(/[^0-9]/g, '').length
  return digits >= 3 && digits < value.length && /[A-Za-z]/.test(value) && bitsPerSign(value) >= LEAST_BITS
}
