/**
 * The one contract: every call a host offers. Requests answer once; streams (`eventIterator`) report progress and end with a
 * `done` event. Every expected failure is a {@link Fault} in the error `FAULT`. Aborting the call's signal cancels the work.
 */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base } from './contract/base.ts'
import { exportCalls, pushCalls, reportCall, trainerCalls } from './contract/leaving-calls.ts'
import * as s from './contract/schemas.ts'

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
    find: base.input(s.findInput).output(s.findResult),
    /** What the checks found in it, each finding at its place, under the rules of the recipe in force. Looked for anew, off the engine's thread. */
    findings: base.input(z.object({ id: z.string() })).output(s.findings),
    /** Files the run touched, in the order it touched them. */
    files: base.input(z.object({ id: z.string() })).output(z.array(s.touchedFile)),
    /** A file as it stood after a step, as far as the run shows it. */
    fileAt: base.input(s.fileAtInput).output(s.fileAt),
    /** The model's patch held against the reference patch, file by file. `not-found` where either is missing. */
    patchMatch: base.input(z.object({ id: z.string() })).output(s.patchMatch),
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
    /** Takes back the newest entry that still stands, with all of its batch; of any depth when called again. Entries of other ledgers stay. */
    undo: base.input(z.object({ reviewer: z.string().optional() })).output(s.undone),
    /** Takes back the newest undo, as long as nothing was said since. */
    redo: base.input(z.object({ reviewer: z.string().optional() })).output(s.undone),
    bulkPreview: base.input(s.bulkInput).output(s.bulkPreview),
    /** Decides about a whole selection, in one transaction and one batch. `conflict` when other than `expected` examples are selected by now. */
    bulk: base.input(s.bulkInput.extend({ expected: z.number().int() })).output(s.bulkResult),
    /** Adds and removes tags of examples, as one batch. */
    tag: base
      .input(
        s.speaker.extend({
          ids: z.array(z.string()).min(1).max(1_000),
          add: z.array(z.string().min(1).max(100)),
          remove: z.array(z.string().min(1).max(100)),
        }),
      )
      .output(z.array(s.exampleRow)),
    /** Tags in use, those on most examples first. */
    tags: base.output(z.array(z.object({ tag: z.string(), count: z.number() }))),
    flag: base.input(s.speaker.extend({ id: z.string(), isFlagged: z.boolean() })).output(s.exampleRow),
    /** The ledger entries of one example, oldest first. */
    history: base.input(z.object({ id: z.string() })).output(z.array(s.ledgerEntry)),
    /** Reason codes offered for a decision, with the key that picks each. */
    reasons: base.output(z.array(s.reviewReason)),
    /** Replaces them in this workspace; null brings back Winnow's own. */
    setReasons: base.input(z.object({ reasons: z.array(s.reviewReason).max(18).nullable() })).output(z.array(s.reviewReason)),
    ledger: base
      .input(z.object({ afterSeq: z.number().int().min(0), limit: z.number().int().min(1).max(10000) }))
      .output(z.array(s.ledgerEntry)),
    /** The newest entries, newest first, below a seq; null begins at the newest of all. */
    recent: base
      .input(z.object({ beforeSeq: z.number().int().min(1).nullable(), limit: z.number().int().min(1).max(1000) }))
      .output(z.array(s.ledgerEntry)),
    check: base.output(s.ledgerCheck),
    agreement: base.output(s.agreement),
    /** Examples in dispute, newest first. */
    disagreements: base.input(s.pageInput).output(z.object({ total: z.number(), rows: z.array(s.disagreement) })),
    /** Every recipe anybody decided under, by its hash: what an entry's `recipeHash` stands for. Null for one this workspace never had. */
    recipe: base
      .input(z.object({ hash: z.string() }))
      .output(z.object({ name: z.string(), text: z.string(), rules: z.record(z.string(), z.number()), firstAt: z.string() }).nullable()),
  },
  queue: {
    /** Newest first. */
    list: base.input(z.object({ reviewer: z.string().optional() })).output(z.array(s.queueInfo)),
    preview: base.input(s.queueDefinition).output(s.queuePreview),
    /** Chooses its examples now, for good. `bad-input` when there are none. */
    make: base.input(s.queueDefinition).output(s.queueInfo),
    rename: base.input(z.object({ queue: z.string(), name: z.string().min(1).max(200) })).output(s.queueInfo),
    /** Forgets a queue; what was decided in it stays. */
    remove: base.input(z.object({ queue: z.string() })).output(z.object({ removed: z.boolean() })),
    place: base.input(s.queuePlaceInput).output(s.queuePlace),
    /** Puts an example off until all others have been judged. Answers as `place` does. */
    skip: base.input(s.queuePlaceInput.extend({ id: z.string() })).output(s.queuePlace),
  },
  step: {
    /** Masks, cuts and redacts. Places are in the row as it is, never in what earlier edits made of it. */
    edit: base.input(s.stepEditInput).output(s.stepEdited),
    /** What rules would mask, in the order of the run. */
    proposals: base.input(z.object({ id: z.string() })).output(z.array(s.maskProposal)),
    /** Every place a text stands in, for redacting all of them at once; at most 1,000. */
    occurrences: base.input(z.object({ id: z.string(), text: z.string().min(1).max(2_000) })).output(z.array(s.textPlace)),
  },
  sibling: {
    /** Attempts at the instance of this example, itself among them. */
    attempts: base.input(z.object({ id: z.string() })).output(s.siblings),
    align: base.input(z.object({ ids: z.array(z.string()).min(1).max(s.MOST_ALIGNED) })).output(s.alignment),
    /** Accepts the best and rejects the others, as one batch. */
    pick: base.input(s.pickInput).output(s.picked),
    pair: base.input(s.pairInput).output(s.preferencePair),
    unpair: base.input(s.pairInput).output(z.object({ seq: z.number() })),
    /** Pairs that stand, newest first; of attempts at the instance of one example, or all. */
    pairs: base
      .input(s.pageInput.extend({ id: z.string().optional() }))
      .output(z.object({ total: z.number(), rows: z.array(s.preferencePair) })),
  },
  pack: {
    /** Writes examples, recipe and, if asked, the ledger to one file. */
    make: base.input(s.packInput).output(eventIterator(s.packMakeEvent)),
    /** Takes in the examples of a pack, its recipe where none has been applied, and its ledger. */
    open: base.input(z.object({ path: z.string().min(1) })).output(eventIterator(s.packOpenEvent)),
    /** Takes in the ledger of a pack or of another workspace's folder: same entries once, nothing overwritten. */
    merge: base.input(z.object({ path: z.string().min(1) })).output(s.merged),
  },
  export: exportCalls,
  trainer: trainerCalls,
  push: pushCalls,
  report: reportCall,
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
export {
  exportPlan,
  ledgerEntry,
  MOST_ALIGNED,
  MOST_IN_BULK,
  queueDefinition,
  recentWorkspace,
  settings,
  templateInfo,
} from './contract/schemas.ts'
