import { CERTAINTIES, type Evidence, type Example, QUOTE_UNITS } from '#record'
import { cite, contentOf, PATCH_TEXT } from '../cite.ts'
import type { Attempt } from './attempt.ts'
import { type Exposure, exposureOf, type Printed } from './exposed.ts'
import type { KnownHistory } from './known-history.ts'
import type { Output } from './output-of.ts'
import { printedLines } from './printed-lines.ts'
import { reuseOf } from './used.ts'

/**
 * What the flagged commands behind one output did: each as evidence that it was attempted, then what the output showed, then what of that came back. What
 * the output shows is told of the command of which it says most.
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
    ...cite(example, attempt.at, attempt.at.start, attempt.at.end),
    parts: output ? [{ what: 'output', ...cite(example, contentOf(output.messageIndex)) }] : [],
  }
}

function shownAndUsed(example: Example, attempt: Attempt, exposure: Exposure, output: Output): Evidence[] {
  const { line, code, what, certainty } = exposure
  const exposed: Evidence = {
    kind: 'exposed',
    text: `The output of “${shortened(attempt.command)}” shows ${what}.`,
    certainty,
    ...cite(example, attempt.at, attempt.at.start, attempt.at.end),
    parts: [{ what: 'output', ...cite(example, contentOf(output.messageIndex), line.start, line.start + QUOTE_UNITS) }],
  }
  const reuse = reuseOf(example, output.text, code, attempt.messageIndex)
  if (reuse === null) return [exposed]
  const { found, telling, matches } = reuse
  const used: Evidence = {
    kind: 'used',
    text: `${found} of the ${telling} telling lines the patch adds were shown by “${shortened(attempt.command)}” and by nothing before it.`,
    certainty: reuse.certainty,
    ...cite(example, attempt.at, attempt.at.start, attempt.at.end),
    parts: matches.flatMap((match) => [
      { what: 'output' as const, ...cite(example, contentOf(output.messageIndex), match.output.start, match.output.end) },
      { what: 'patch' as const, ...cite(example, PATCH_TEXT, match.patch.start, match.patch.end) },
    ]),
  }
  return [exposed, used]
}

function shortened(command: string): string {
  return command.length > 120 ? `${command.slice(0, 119)}…` : command
}
