import { CERTAINTIES, type Evidence, type EvidencePart, type Example, QUOTE_UNITS, type TextPlace } from '#record'
import type { Attempt } from './attempt.ts'
import { type Exposure, exposureOf, type Printed } from './exposed.ts'
import type { KnownHistory } from './known-history.ts'
import type { Output } from './output-of.ts'
import { printedLines } from './printed-lines.ts'
import { reuseOf } from './used.ts'

/**
 * What one call's flagged commands did: each as evidence that it was attempted, then what their output showed, then what of that came back. The commands
 * of a call have one output; what it shows is told of the one it says most of.
 */
export function answersOf(example: Example, attempts: readonly Attempt[], output: Output | null, known: KnownHistory): Evidence[] {
  const flagged = attempts.filter(({ tier }) => tier !== 'safe')
  const attempted = flagged.map((attempt) => attemptedBy(example, attempt, output))
  if (output === null) return attempted
  const exposures = flagged.flatMap((attempt) => {
    const exposure = attempt.tier === 'unknown' ? null : exposureOf(attempt, printedBy(attempts, output), known)
    return exposure ? [{ attempt, exposure }] : []
  })
  const strongest = exposures.sort((a, b) => CERTAINTIES.indexOf(a.exposure.certainty) - CERTAINTIES.indexOf(b.exposure.certainty))[0]
  return strongest ? [...attempted, ...shownAndUsed(example, strongest.attempt, strongest.exposure, output)] : attempted
}

/** Allowed commands that print diffs. */
const DIFFING = new Set(['diff', 'show', 'log', 'stash', 'commit'])

function printedBy(attempts: readonly Attempt[], { text, isError }: Output): Printed {
  const hasOwnDiff = attempts.some(({ tier, verb }) => tier === 'safe' && DIFFING.has(verb))
  return { lines: () => printedLines(text), isError, hasOwnDiff }
}

function attemptedBy(example: Example, attempt: Attempt, output: Output | null): Evidence {
  return {
    kind: `attempted-${attempt.tier}`,
    text: attempt.reach,
    certainty: attempt.certainty,
    ...commandOf(example, attempt),
    parts: output ? [outputPart(output, 0, output.text.length)] : [],
  }
}

function shownAndUsed(example: Example, attempt: Attempt, exposure: Exposure, output: Output): Evidence[] {
  const { line, code, what, certainty } = exposure
  const exposed: Evidence = {
    kind: 'exposed',
    text: `The output of “${shortened(attempt.command)}” shows ${what}.`,
    certainty,
    ...commandOf(example, attempt),
    parts: [outputPart(output, line.start, line.start + QUOTE_UNITS)],
  }
  const reuse = reuseOf(example, output.text, code, attempt.messageIndex)
  if (reuse === null) return [exposed]
  const { found, telling, matches } = reuse
  const used: Evidence = {
    kind: 'used',
    text: `${found} of the ${telling} telling lines the patch adds were shown by “${shortened(attempt.command)}” and by nothing before it.`,
    certainty: reuse.certainty,
    ...commandOf(example, attempt),
    parts: matches.flatMap((match) => [outputPart(output, match.output.start, match.output.end), patchPart(example, match.patch)]),
  }
  return [exposed, used]
}

function commandOf({ messages }: Example, { at }: Attempt): { at: TextPlace; quote: string } {
  const message = messages[at.messageIndex ?? -1]
  const text = at.field === 'arguments' ? message?.calls[at.call ?? 0]?.argumentsText : message?.content
  return { at, quote: (text ?? '').slice(at.start, Math.min(at.end, at.start + QUOTE_UNITS)) }
}

function outputPart({ text, messageIndex }: Output, start: number, end: number): EvidencePart {
  const at: TextPlace = { messageIndex, field: 'content', call: null, start, end: Math.min(end, text.length) }
  return { what: 'output', at, quote: text.slice(start, Math.min(end, start + QUOTE_UNITS)) }
}

function patchPart({ patch }: Example, { start, end }: { start: number; end: number }): EvidencePart {
  const at: TextPlace = { messageIndex: null, field: 'patch', call: null, start, end }
  return { what: 'patch', at, quote: (patch ?? '').slice(start, Math.min(end, start + QUOTE_UNITS)) }
}

function shortened(command: string): string {
  return command.length > 120 ? `${command.slice(0, 119)}…` : command
}
