import { findSecrets, type Secret } from '#measure'

/** What a line holds that must not leave. */
export interface LineSecrets {
  /** Each secret once, whatever number of times it is there. */
  secrets: Pick<Secret, 'kind' | 'certainty'>[]
  /** The token of this machine itself is in it. */
  hasOwn: boolean
}

/**
 * Looks through a line of a file. Rows are JSON, and in them arguments are JSON once more: a secret behind an escaped line end (`\n`, `\\n`, ...) begins no
 * word of its own, so the line is looked at as it is and once with all its escapes undone, however deep. Time grows with the line alone.
 */
export function secretsInLine(line: string, ownToken: string | null): LineSecrets {
  const texts = line.includes('\\') ? [line, withoutEscapes(line)] : [line]
  const byValue = new Map<string, Secret>()
  for (const text of texts) for (const secret of findSecrets(text, false)) byValue.set(secretOf(text, secret), secret)
  const hasOwn = ownToken !== null && texts.some((text) => text.includes(ownToken))
  return { secrets: [...byValue.values()].map(({ kind, certainty }) => ({ kind, certainty })), hasOwn }
}

/** What both texts have in common of it: line ends of a private key are written in two ways. */
function secretOf(text: string, { start, end, kind }: Secret): string {
  return `${kind} ${text.slice(start, end).replace(/\\+[nr]|\s/g, '')}`
}

/** What backslashes before a code escape: four hexadecimal digits behind a u. */
const CODE = /u[0-9a-fA-F]{4}/y

/** A line with what its backslashes escape in place of them. A run of them is taken as a whole, by hand: a pattern would keep each of millions in mind. */
function withoutEscapes(line: string): string {
  const pieces: string[] = []
  let at = 0
  for (let next = line.indexOf('\\'); next >= 0; next = line.indexOf('\\', at)) {
    pieces.push(line.slice(at, next))
    at = next
    while (line.charCodeAt(at) === BACKSLASH) at += 1
    CODE.lastIndex = at
    const escaped = CODE.test(line) ? line.slice(at, at + 5) : line.charAt(at)
    pieces.push(meaningOf(escaped))
    at += escaped.length
  }
  pieces.push(line.slice(at))
  return pieces.join('')
}

const BACKSLASH = 0x5c

function meaningOf(escaped: string): string {
  if (escaped.length === 5) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
  if (escaped === 'n' || escaped === 'r') return '\n'
  if (escaped === 't' || escaped === 'b' || escaped === 'f') return ' '
  return /^["'/]?$/.test(escaped) ? escaped : `\\${escaped}`
}
