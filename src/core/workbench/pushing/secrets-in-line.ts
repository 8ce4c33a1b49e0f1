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

/** Backslashes, as many as there are, with what they escape. A run of them is taken as a whole, so none is looked at twice. */
const ESCAPE = /\\+(u[0-9a-fA-F]{4}|[^\\]|$)/g

function withoutEscapes(line: string): string {
  return line.replace(ESCAPE, (_whole, escaped: string) => {
    if (escaped.length === 5) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    if (escaped === 'n' || escaped === 'r') return '\n'
    if (escaped === 't' || escaped === 'b' || escaped === 'f') return ' '
    return /^["'/]?$/.test(escaped) ? escaped : `\\${escaped}`
  })
}
