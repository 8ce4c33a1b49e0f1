import type { Evidence, EvidencePart, Example, TextPlace } from '#record'
import { cite, contentOf, PATCH_TEXT } from '../cite.ts'
import type { Exposure } from './exposed.ts'
import type { Output } from './output-of.ts'
import { reuseOf } from './used.ts'

/** The command an output is of, as evidence cites it. */
export interface Source {
  at: TextPlace
  quote: string
  /** Parts told before the lines: the command that fetched what was shown. */
  earlier: EvidencePart[]
  /** What showed it, to stand behind "were shown by". */
  by: string
  /** The message that asked for the output. */
  before: number
}

/** Lines of the patch that an output showed first, as one piece of evidence with the places in both; none for none. */
export function usedFrom(example: Example, output: Output, code: Exposure['code'], { at, quote, earlier, by, before }: Source): Evidence[] {
  const reuse = reuseOf(example, output.text, code, before)
  if (reuse === null) return []
  const { found, telling, matches, certainty } = reuse
  const parts = matches.flatMap((match) => [
    { what: 'output' as const, ...cite(example, contentOf(output.messageIndex), match.output.start, match.output.end) },
    { what: 'patch' as const, ...cite(example, PATCH_TEXT, match.patch.start, match.patch.end) },
  ])
  const text = `${found} of the ${telling} telling lines the patch adds were shown by ${by}, and by nothing before it.`
  return [{ kind: 'used', text, certainty, at, quote, parts: [...earlier, ...parts] }]
}

/** A command as a sentence names it. */
export function shortened(command: string): string {
  return command.length > 120 ? `${command.slice(0, 119)}…` : command
}
