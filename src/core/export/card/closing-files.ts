import type { ExportSummary } from '../summary.ts'
import type { ExtraFile } from '../targets/target-format.ts'
import type { ExportTargetInfo } from '../types.ts'
import { cardText } from './card-text.ts'
import type { LeavingTally } from './leaving-tally.ts'
import { manifestBody, recipeText } from './manifest-body.ts'
import { plotsOf } from './plots/plots-of.ts'

/** The ledger as it was, a canonical entry a line. */
export const LEDGER = 'ledger.jsonl'
/** Every decision against the verdict, a line each. */
export const OVERRIDES = 'overrides.jsonl'
/** The recipe in force, as it was written. */
export const RECIPE = 'recipe.yaml'
/** The dataset card. */
export const CARD = 'README.md'

/** A file that closes an export, written piece by piece. */
export interface ClosingFile {
  name: string
  /** Each piece is a row, counted as one in the manifest. */
  hasRows: boolean
  /** Its text from the beginning, whenever it is asked for. */
  pieces(): Iterable<string> | AsyncIterable<string>
}

/** What an export's run knows at its end beside the summary. */
export interface ClosingMore {
  target: ExportTargetInfo
  leaving: LeavingTally
  /** Starter configs and the like, which are written already. */
  extras: readonly ExtraFile[]
}

/**
 * The files between the rows and the manifest: `ledger.jsonl`, `overrides.jsonl`, `recipe.yaml`, the pictures and the card, in the order they are to be
 * written. `summary.files` holds the files of rows.
 */
export function closingFiles(summary: ExportSummary, { target, leaving, extras }: ClosingMore): ClosingFile[] {
  const { facts, files } = summary
  const body = manifestBody(summary, leaving)
  const plots = plotsOf(body)
  return [
    { name: LEDGER, hasRows: true, pieces: () => linesOf(facts.ledgerLines()) },
    { name: OVERRIDES, hasRows: true, pieces: () => overrideLines(facts.overrides()) },
    ...(facts.recipe ? [whole(RECIPE, recipeText(facts.recipe.text))] : []),
    ...plots.map(({ name, svg }) => whole(name, svg)),
    whole(CARD, cardText({ body, target, extras, files, plots })),
  ]
}

function whole(name: string, text: string): ClosingFile {
  return { name, hasRows: false, pieces: () => [text] }
}

function* linesOf(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`
}

async function* overrideLines(overrides: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const override of overrides) yield `${JSON.stringify(override)}\n`
}
