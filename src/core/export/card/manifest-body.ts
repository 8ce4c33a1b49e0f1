import { createHash } from 'node:crypto'
import type { EditNote } from '../edit-note.ts'
import { EXPORT_FORMAT } from '../owned-files.ts'
import type { ExportSummary, TokenTotals } from '../summary.ts'
import type { ExportTally } from '../tally.ts'
import type { ManifestFacts } from '../types.ts'
import { FORMAT_VERSION, type Manifest } from '../verify/manifest-schema.ts'
import type { LeavingTally } from './leaving-tally.ts'
import type { PeopleFacts } from './people-facts.ts'

/** A manifest before its files are known: what the card tells. */
export type ManifestBody = Omit<Manifest, 'files' | 'sha256'>

/** What an export's manifest says of everything but its files. */
export function manifestBody(
  { plan, facts, chosen, tally, edits, notes, tokens, rows }: ExportSummary,
  leaving: LeavingTally,
): ManifestBody {
  const { hash, units, steps, mixture, splits } = chosen
  return {
    format: EXPORT_FORMAT,
    format_version: FORMAT_VERSION,
    winnow_version: facts.winnowVersion,
    target: plan.target,
    plan: { ...plan },
    chosen: { hash, units: units.length, steps, mixture, splits: splits && { ...splits } },
    rows,
    sources: facts.sources.map(({ shapes, ...source }) => ({ ...source, shapes: [...shapes] })),
    recipe: recipeOf(facts.recipe),
    funnel: facts.funnel && { ...facts.funnel },
    counts: countsOf(tally),
    leaving: leavingOf(leaving),
    people: peopleOf(facts.people),
    edits: editsOf(edits),
    notes,
    tokens: tokensOf(tokens),
    template: facts.template,
    tokenizer: facts.tokenizer,
    ledger_head: facts.ledgerHead,
    measures: facts.measures.map(({ id, version, encoding }) => ({ id, version, ...(encoding === undefined ? {} : { encoding }) })),
  }
}

/** The text of a recipe as `recipe.yaml` has it: ended by a line feed. */
export function recipeText(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

function recipeOf(recipe: ManifestFacts['recipe']): ManifestBody['recipe'] {
  if (!recipe) return null
  const sha256 = createHash('sha256').update(recipeText(recipe.text)).digest('hex')
  return { name: recipe.name, hash: recipe.hash, sha256, rules: recipe.rules }
}

function countsOf(tally: ExportTally): ManifestBody['counts'] {
  return {
    measured: tally.total,
    kept: tally.leaving,
    kept_by_recipe: tally.byRecipe,
    accepted_against_recipe: tally.acceptedAgainst,
    accepted_with_recipe: tally.acceptedWith,
    rejected_against_recipe: tally.rejectedAgainst,
    rejected_with_recipe: tally.rejectedWith,
    dropped_by_recipe: tally.undecidedDropped,
    without_verdict: tally.undecidedSilent,
    stale_decisions: tally.stale,
    disputed: tally.disputed,
    kept_without_label: tally.leavingUnlabelled,
    not_measured: tally.unmeasured,
  }
}

function leavingOf({ groups, repos, instances, lengths }: LeavingTally): ManifestBody['leaving'] {
  return {
    languages: valuesOf(groups.language),
    harnesses: valuesOf(groups.harness),
    licenses: valuesOf(groups.license),
    models: valuesOf(groups.model),
    repos: repos.size,
    instances: instances.size,
    lengths: lengths.flatMap((rows, bin) => (rows === 0 ? [] : [{ from: 2 ** bin, below: 2 ** (bin + 1), rows }])),
  }
}

/** Most examples first. */
function valuesOf(counts: ReadonlyMap<string, number>): { value: string; examples: number }[] {
  return [...counts]
    .map(([value, examples]) => ({ value, examples }))
    .sort((a, b) => b.examples - a.examples || (a.value < b.value ? -1 : 1))
}

/** What people decided, in the manifest's words. */
export function peopleOf({ accepted, rejected, disputed, byReviewer, byReason, overrides }: PeopleFacts): ManifestBody['people'] {
  const { byRule, byReviewer: rates, ...all } = overrides
  return {
    accepted,
    rejected,
    disputed,
    by_reviewer: byReviewer,
    by_reason: byReason,
    overrides: { ...all, by_rule: byRule, by_reviewer: rates },
  }
}

function editsOf(edits: readonly EditNote[]): ManifestBody['edits'] {
  const some = (isSuch: (note: EditNote) => boolean) => edits.filter(isSuch).length
  const sum = (of: (note: EditNote) => number) => edits.reduce((all, note) => all + of(note), 0)
  return {
    examples: edits.length,
    masked: some((note) => note.context_only > 0),
    masked_messages: sum((note) => note.context_only),
    untrained: some((note) => note.context_only > 0 && note.trained_turns === 0),
    cut: some((note) => note.last_message !== null),
    redacted: some((note) => note.redactions > 0),
    redactions: sum((note) => note.redactions),
    stale: some((note) => note.is_stale),
  }
}

function tokensOf(tokens: TokenTotals | null): ManifestBody['tokens'] {
  if (!tokens) return null
  const { encoding, total, trained, longest, bySplit } = tokens
  return { encoding, total, trained, longest, by_split: bySplit }
}
