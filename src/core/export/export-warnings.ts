import type { Funnel } from '#record'
import type { EditTally, ExportTally } from './tally.ts'

/** What a person should know before they train on this export, each a sentence with its numbers. */
export function exportWarnings(tally: ExportTally, funnel: Funnel | null): string[] {
  const warnings: (string | false)[] = [
    tally.leaving === 0 && nothingLeaves(tally, funnel),
    tally.stale > 0 &&
      `${some(tally.stale, 'standing decision is', 'standing decisions are')} about rows that have changed since; they count as they stand. Look at them again (is_stale).`,
    tally.disputed > 0 &&
      `${some(tally.disputed, 'example is', 'examples are')} in dispute: the recipe decides until somebody settles ${tally.disputed === 1 ? 'it' : 'them'} (is_disputed).`,
    tally.leavingUnlabelled > 0 &&
      `${count(tally.leavingUnlabelled)} of ${some(tally.leaving, 'exported example', 'exported examples')} have no label (-1): nobody knows whether the tests passed.`,
    ...editWarnings(tally.edits),
    tally.undecidedSilent > 0 &&
      `${some(tally.undecidedSilent, 'example has', 'examples have')} neither a verdict nor a decision and stay out. Apply a recipe.`,
    tally.unmeasured > 0 &&
      `${some(tally.unmeasured, 'example is', 'examples are')} not measured yet and in no file. Measure, then export again.`,
  ]
  return warnings.filter((warning) => warning !== false)
}

/** Stale ids named in a warning. */
const NAMED = 5

function editWarnings({ masked, maskedMessages, untrained, cut, redacted, stale }: EditTally): (string | false)[] {
  const named = stale.slice(0, NAMED).join(', ') + (stale.length > NAMED ? ', …' : '')
  return [
    stale.length > 0 &&
      `${some(stale.length, 'example was', 'examples were')} masked, cut or redacted when the row was another: nothing of that is applied. Look at ${named}.`,
    masked > 0 && `${some(masked, 'example has', 'examples have')} context-only turns (${count(maskedMessages)} in all).`,
    untrained > 0 && `${some(untrained, 'example leaves', 'examples leave')} with every turn context only: nothing of them is trained on.`,
    cut > 0 && `${some(cut, 'example is', 'examples are')} cut before the end; model_patch and traj_tokens are of the whole run.`,
    redacted > 0 && `${some(redacted, 'example leaves', 'examples leave')} redacted.`,
  ]
}

function nothingLeaves(tally: ExportTally, funnel: Funnel | null): string {
  if (tally.total === 0) return 'No example leaves: no measured example is selected. Widen the selection, or add a source and measure it.'
  const steps = (funnel?.steps ?? []).filter(({ dropped }) => dropped > 0).map(({ rule, dropped }) => `${rule} ${count(dropped)}`)
  const causes = [
    tally.undecidedDropped > 0 && `the recipe drops ${count(tally.undecidedDropped)}${steps.length > 0 ? ` (${steps.join(', ')})` : ''}`,
    tally.rejectedAgainst + tally.rejectedWith > 0 && `people rejected ${count(tally.rejectedAgainst + tally.rejectedWith)}`,
    tally.undecidedSilent > 0 && `${count(tally.undecidedSilent)} have no verdict`,
  ].filter((cause) => cause !== false)
  return `No example leaves: of ${count(tally.total)} measured, ${causes.join(', ')}. Loosen the recipe or accept examples by hand.`
}

function some(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}
