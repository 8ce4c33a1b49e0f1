/**
 * The one contract: every call a host offers. Requests answer once; streams (`eventIterator`) report progress and end with a
 * `done` event. Every expected failure is a {@link Fault} in the error `FAULT`. Aborting the call's signal cancels the work.
 */
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import * as s from './contract/schemas.ts'

const base = oc.errors({ FAULT: { message: 'A failure Winnow expected', data: s.fault } })

/** Every call, by subject. */
export const contract = {
  workspace: {
    /** What is open and where it stands. */
    info: base.output(s.workspaceInfo),
    /** Says when something changed, so that screens ask again; also carries the running job for the status bar. */
    watch: base.output(eventIterator(s.workspaceEvent)),
    /** Closes the open workspace and opens (or makes) another. */
    open: base.input(z.object({ path: z.string().min(1) })).output(s.workspaceInfo),
    /** Workspaces opened before, newest first. */
    recent: base.output(z.array(s.recentWorkspace)),
  },
  source: {
    /** Opens, caches, parses and measures; going on where an earlier `add` of the same source stopped. */
    add: base.input(s.addInput).output(eventIterator(s.addEvent)),
    list: base.output(z.array(s.sourceInfo)),
    /** The columns of a source, for mapping them when no known shape has them. */
    columns: base.input(s.columnsInput).output(s.sourceColumns),
    remove: base.input(z.object({ id: z.string() })).output(z.object({ removed: z.number() })),
    rejections: base
      .input(s.pageInput.extend({ sourceId: z.string().optional() }))
      .output(z.object({ total: z.number(), rows: z.array(s.rejection) })),
  },
  files: {
    /** Lists a folder of this machine for the page's own open dialog. `path` null is the home folder. */
    list: base.input(z.object({ path: z.string().nullable() })).output(s.folderListing),
  },
  example: {
    page: base
      .input(s.pageInput.extend({ selection: s.selection, sort: s.sort.nullable() }))
      .output(z.object({ total: z.number(), rows: z.array(s.exampleRow) })),
    facets: base.input(z.object({ selection: s.selection })).output(s.facets),
    /** Everything about one example but the patches' lines. Texts over 64 kB come cut; `text` fetches the rest. A row that is only indexed is fetched first. */
    get: base.input(z.object({ id: z.string() })).output(s.exampleDetail),
    /** A piece of one text of an example, by UTF-16 offsets; at most 262,144 units a call. */
    text: base.input(s.textInput).output(s.textPiece),
    /** The row as stored, as indented JSON, by pieces. */
    raw: base
      .input(z.object({ id: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(262144) }))
      .output(s.textPiece),
    /** Files of a patch with counts; hunks by `patchFile`. */
    patch: base.input(z.object({ id: z.string(), which: s.patchSide })).output(s.patchSummary),
    /** One file's hunks, at most 20,000 lines. */
    patchFile: base.input(z.object({ id: z.string(), which: s.patchSide, file: z.number().int().min(0) })).output(s.patchFileDetail),
    /** The diff as the row has it, by pieces. */
    patchText: base
      .input(z.object({ id: z.string(), which: s.patchSide, offset: z.number().int().min(0), limit: z.number().int().min(1).max(262144) }))
      .output(s.textPiece),
    /** Finds text in the whole trajectory, beyond what was cut. At most 1,000 hits. */
    find: base.input(z.object({ id: z.string(), query: z.string().min(1).max(500) })).output(s.findResult),
    /** What the checks found in it, each finding at its place, under the rules of the recipe in force. Looked for anew, off the engine's thread. */
    findings: base.input(z.object({ id: z.string() })).output(s.findings),
    /** Where an example stands in a selection, and the ids around it. */
    neighbours: base.input(z.object({ id: z.string(), selection: s.selection, sort: s.sort.nullable() })).output(s.neighbours),
  },
  measure: {
    /** The measures there are: what columns, filters and CSV offer. */
    list: base.output(z.array(s.measureInfo)),
    /** Fetches and measures what of a selection is only indexed, at most `limit` examples of it. */
    run: base.input(z.object({ selection: s.selection, limit: z.number().int().min(1).optional() })).output(eventIterator(s.measureEvent)),
    /** What `model_tokens` is counted by in this workspace. */
    tokenizer: base.output(s.tokenizerInfo),
    /** Changes that, remembers it in the workspace, and counts again what has been measured: that count alone. Stopped, it goes on at the next start. */
    useTokenizer: base.input(s.useTokenizerInput).output(eventIterator(s.measureEvent)),
    /** Writes the analysis table as CSV. */
    csv: base
      .input(z.object({ path: z.string().min(1), selection: s.selection }))
      .output(z.object({ rows: z.number(), columns: z.array(z.string()), path: z.string() })),
  },
  /** Numbers over a selection; indexed examples count where the index suffices, all else is of measured ones. */
  stats: {
    /** The figures at the head. */
    overview: base.input(s.statsInput).output(s.overview),
    /** Count, mean, deviation, extremes and percentiles of measures, side by side for up to two dimensions. */
    summary: base.input(s.summaryInput).output(s.summary),
    /** Resolution rates by up to two dimensions, with intervals. */
    rates: base.input(s.ratesInput).output(s.rates),
    histogram: base.input(s.histogramInput).output(s.statsHistogram),
    /** Two measures against each other. */
    density: base.input(s.densityInput).output(s.density),
    /** How many fit into context windows. */
    windows: base.input(s.windowsInput).output(s.windows),
    /** Sums of a tally: tools with their errors, test runs by ecosystem, patches by extension. */
    tally: base.input(s.tallyInput).output(s.tallySums),
  },
  recipe: {
    /** The recipe in force and its funnel; null before the first. */
    current: base.output(s.recipeState),
    /** Rules a recipe may use. */
    rules: base.output(z.array(s.ruleInfo)),
    /** What is wrong with rule packs and benchmark lists: what is in these is not among the rules. */
    bookFaults: base.output(z.array(s.fault)),
    /** Recipes that ship with Winnow. */
    bundled: base.output(z.array(z.object({ name: z.string(), description: z.string(), text: z.string() }))),
    /** Checks, applies and remembers a recipe given as text (YAML or JSON). */
    apply: base.input(z.object({ text: z.string(), name: z.string().optional() })).output(s.recipeState),
    /** The checks there are. */
    checks: base.output(z.array(s.checkInfo)),
    /** What one step of the recipe in force does on the rows here, and how often people disagreed with it. */
    insight: base.input(z.object({ key: z.string() })).output(s.ruleInsight),
    /** What `apply` would change, without changing anything. */
    preview: base.input(z.object({ text: z.string(), name: z.string().optional() })).output(s.recipePreview),
  },
  review: {
    decide: base.input(s.decideInput).output(s.decided),
    /** Takes back the newest entry that still stands, of any depth when called again. */
    undo: base.input(z.object({ reviewer: z.string().optional() })).output(s.undone),
    /** The ledger entries of one example, oldest first. */
    history: base.input(z.object({ id: z.string() })).output(z.array(s.ledgerEntry)),
    /** Reason codes offered for a decision, with the key that picks each. */
    reasons: base.output(z.array(s.reviewReason)),
    ledger: base
      .input(z.object({ afterSeq: z.number().int().min(0), limit: z.number().int().min(1).max(10000) }))
      .output(z.array(s.ledgerEntry)),
    check: base.output(s.ledgerCheck),
  },
  export: {
    targets: base.output(z.array(s.exportTarget)),
    /** What would leave and why, before anything is written. */
    preview: base.input(z.object({ target: z.string() })).output(s.exportPreview),
    run: base.input(z.object({ target: z.string(), out: z.string().min(1) })).output(eventIterator(s.exportEvent)),
    /** Exports made before, newest first. */
    history: base.output(z.array(s.exportRecord)),
  },
  cache: {
    info: base.output(s.cacheInfo),
    /** Lets go of what was used longest ago until at most `bytes` are left; decided and exported rows stay. */
    prune: base.input(z.object({ bytes: z.number().int().min(0) })).output(s.cachePruned),
  },
  settings: {
    /** What the page remembers for this person on this machine: theme, layout, reviewer, keys. */
    get: base.output(s.settings),
    /** Merges into what is there and returns the whole. */
    set: base.input(s.settings.partial()).output(s.settings),
  },
}

/** The contract's type: what a client is made from. */
export type Contract = typeof contract
export type * from './contract/schemas.ts'
export { recentWorkspace, settings } from './contract/schemas.ts'
