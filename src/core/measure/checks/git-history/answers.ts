import { CERTAINTIES, type Evidence, type Example, QUOTE_UNITS } from '#record'
import { cite, contentOf } from '../cite.ts'
import type { Attempt } from './attempt.ts'
import { type Exposure, exposureOf, type Printed } from './exposed.ts'
import type { KnownHistory } from './known-history.ts'
import type { Output } from './output-of.ts'
import { readOutput } from './read-output.ts'
import { shortened, usedFrom } from './used-from.ts'

/**
 * What the flagged commands behind one output did: each as evidence that it was attempted, then what the output showed, then what of that came back. What
 * the output shows is told of the command of which it says most. Once HEAD was moved by a flagged command, what allowed commands show of it is looked at too.
 */
export function answersOf(example: Example, attempts: readonly Attempt[], output: Output | null, known: KnownHistory): Evidence[] {
  const flagged = attempts.filter(({ tier }) => tier !== 'safe')
  const attempted = flagged.map((attempt) => attemptedBy(example, attempt, output))
  const looking = attempts.filter(({ tier, verb }) => (tier === 'safe' ? known.hasMoved && SHOWS_HEAD.has(verb) : tier !== 'unknown'))
  if (output === null || looking.length === 0) return attempted
  const printed = printedBy(example, attempts, output, known)
  const exposures = looking.flatMap((attempt) => {
    const exposure = exposureOf(attempt, printed, known)
    return exposure ? [{ attempt, exposure }] : []
  })
  const strongest = exposures.sort((a, b) => CERTAINTIES.indexOf(a.exposure.certainty) - CERTAINTIES.indexOf(b.exposure.certainty))[0]
  return strongest ? [...attempted, ...shownAndUsed(example, strongest.attempt, strongest.exposure, output)] : attempted
}

/** Allowed commands that show commits of HEAD. */
const SHOWS_HEAD = new Set(['log', 'show', 'whatchanged'])
/** Allowed commands that print the run's own changes. */
const SHOWS_OWN = new Set(['diff', 'stash', 'commit'])

function printedBy({ messages }: Example, attempts: readonly Attempt[], { text, isError }: Output, { hasMoved }: KnownHistory): Printed {
  const hasOwnDiff = attempts.some(({ tier, verb }) => tier === 'safe' && (SHOWS_OWN.has(verb) || (!hasMoved && SHOWS_HEAD.has(verb))))
  const act = messages[attempts[0]?.messageIndex ?? -1]?.calls[attempts[0]?.callIndex ?? 0]?.act
  return { ...readOutput(text, act?.kind === 'shell' ? act.command : ''), isError, hasOwnDiff }
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

function shownAndUsed(example: Example, attempt: Attempt, { line, code, what, certainty }: Exposure, output: Output): Evidence[] {
  const command = cite(example, attempt.at, attempt.at.start, attempt.at.end)
  const by = `“${shortened(attempt.command)}”`
  const shown = { what: 'output' as const, ...cite(example, contentOf(output.messageIndex), line.start, line.start + QUOTE_UNITS) }
  if (certainty === 'possible')
    return [{ kind: 'perhaps-exposed', text: `The output of ${by} may show ${what}.`, certainty, ...command, parts: [shown] }]
  return [
    { kind: 'exposed', text: `The output of ${by} shows ${what}.`, certainty, ...command, parts: [shown] },
    ...usedFrom(example, output, code, { ...command, earlier: [], by, before: attempt.messageIndex }),
  ]
}
