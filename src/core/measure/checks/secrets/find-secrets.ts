import type { Certainty } from '#record'
import { assignedKey } from './assigned-key.ts'
import { awsSecretNear } from './aws-secret.ts'
import { isPlaceholder } from './is-placeholder.ts'
import { SECRET_PATTERNS, type SecretKind, type SecretPattern } from './patterns.ts'
import { urlPassword } from './url-password.ts'

/** A secret in a text, by UTF-16 offsets. */
export interface Secret {
  kind: SecretKind
  certainty: Certainty
  start: number
  end: number
}

/**
 * The secrets of a text, in its order. One pass over the text stops at words of 16 signs and more, which few are; only their starts are compared with
 * patterns, each bounded, so time grows with the text alone. `isEscaped` texts are JSON: `\n` there ends a word.
 */
export function findSecrets(text: string, isEscaped: boolean): Secret[] {
  const found: Secret[] = []
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : END
    if (WORD_UNITS[unit] === 1) {
      if (start < 0) start = at
      continue
    }
    const wordStart = start
    start = -1
    if (wordStart >= 0 && at - wordStart >= LEAST_WORD) {
      const behind = pushAll(found, secretsAt(text, wordStart, at))
      if (behind > at) {
        at = behind - 1
        continue
      }
    }
    if (unit === COLON && text.startsWith('://', at)) at = Math.max(at, pushAll(found, urlPassword(text, at + 3)))
    else if (isEscaped && unit === BACKSLASH) at += 1
  }
  return found.filter((secret) => secret.kind === 'private-key' || !isPlaceholder(text.slice(secret.start, secret.end)))
}

/** Shorter words are no secrets that can be told from names; `-----BEGIN` is the one that must be looked at. */
const LEAST_WORD = 10
const LEAST_SECRET = 16

/** No unit: ends a word at the end of the text. */
const END = 0
const COLON = 0x3a
const BACKSLASH = 0x5c

const WORD_UNITS = Uint8Array.from({ length: 128 }, (_, unit) => (/[A-Za-z0-9_-]/.test(String.fromCharCode(unit)) ? 1 : 0))

const BY_FIRST = new Map<string, SecretPattern[]>()
for (const pattern of SECRET_PATTERNS) {
  for (const first of new Set(pattern.starts.map((one) => one.charAt(0)))) BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), pattern])
}

function secretsAt(text: string, start: number, end: number): Secret[] {
  const known = BY_FIRST.get(text.charAt(start))?.find((one) => isAt(one, text, start))
  if (!known) return end - start < LEAST_SECRET ? [] : assignedKey(text, start, end)
  const secret = { kind: known.kind, certainty: known.certainty, start, end: known.pattern.lastIndex }
  return known.kind === 'aws-key' ? [secret, ...awsSecretNear(text, secret.end)] : [secret]
}

function isAt({ starts, pattern }: SecretPattern, text: string, at: number): boolean {
  if (!starts.some((one) => text.startsWith(one, at))) return false
  pattern.lastIndex = at
  return pattern.test(text)
}

/** Where the last of them ends. */
function pushAll(found: Secret[], secrets: readonly Secret[]): number {
  found.push(...secrets)
  return secrets.at(-1)?.end ?? -1
}
