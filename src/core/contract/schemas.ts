/** Schemas of everything that crosses the contract. Types of the record room are the truth; `satisfies` holds the schemas to them. */
import { z } from 'zod'
import {
  ENTRY_KINDS,
  type ExampleIndex,
  type ExampleRow,
  FACETS,
  FAULT_KINDS,
  type Facets,
  type Fault,
  type Funnel,
  type LedgerEntry,
  type MeasureInfo,
  type PatchFile,
  type Rejection,
  type ResultFacts,
  type Selection,
  SHAPES,
  type Sort,
  type Step,
} from '#record'

export const fault = z.object({
  kind: z.enum(FAULT_KINDS),
  message: z.string(),
  culprit: z.string().nullable(),
  remedy: z.string().nullable(),
}) satisfies z.ZodType<Fault>

export const pageInput = z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) })

const sourceRef = z.object({
  sourceId: z.string(),
  uri: z.string(),
  revision: z.string().nullable(),
  file: z.string(),
  row: z.number().int(),
})

export const rejection = z.object({
  kind: z.enum(['unreadable', 'malformed', 'unknown-shape', 'not-an-example', 'too-large']),
  ref: sourceRef,
  reason: z.string(),
}) satisfies z.ZodType<Rejection>

export const counts = z.object({
  indexed: z.number(),
  measured: z.number(),
  keep: z.number(),
  drop: z.number(),
  decided: z.number(),
  rejected: z.number(),
})

export const sourceInfo = z.object({
  id: z.string(),
  uri: z.string(),
  kind: z.string(),
  revision: z.string().nullable(),
  addedAt: z.string(),
  shapes: z.array(z.string()),
  examples: z.number(),
  rejected: z.number(),
  isComplete: z.boolean(),
})

/** A long piece of work, for the status bar. */
export const job = z.object({
  id: z.string(),
  /** "adding", "measuring", "exporting". */
  label: z.string(),
  done: z.number(),
  /** Null while unknown. */
  total: z.number().nullable(),
  unit: z.string(),
  /** Units a second over the last seconds; null at the start. */
  rate: z.number().nullable(),
})

export const workspaceInfo = z.object({
  path: z.string(),
  name: z.string(),
  version: z.string(),
  sources: z.array(sourceInfo),
  counts,
  recipe: z.object({ name: z.string(), hash: z.string() }).nullable(),
  jobs: z.array(job),
  /** Where the bundled sample is, for the Open screen's first button. */
  samplePath: z.string(),
  host: z.enum(['desktop', 'browser', 'terminal']),
})

export const workspaceEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), what: z.enum(['examples', 'verdicts', 'decisions', 'workspace']), counts }),
  z.object({ kind: z.literal('job'), job }),
  z.object({ kind: z.literal('job-ended'), id: z.string() }),
])

export const recentWorkspace = z.object({ path: z.string(), name: z.string(), openedAt: z.string(), examples: z.number() })

export const addInput = z.object({
  source: z.string().min(1),
  revision: z.string().optional(),
  config: z.string().optional(),
  split: z.string().optional(),
  take: z.number().int().min(1).optional(),
  seed: z.number().int().optional(),
})

export const addResult = z.object({
  sourceId: z.string(),
  source: z.string(),
  revision: z.string().nullable(),
  shape: z.string().nullable(),
  shapes: z.array(z.string()),
  /** Examples of the source now in the workspace. */
  examples: z.number(),
  measured: z.number(),
  /** The first 1,000; `rejectedCount` counts all. */
  rejected: z.array(z.object({ where: z.string(), reason: z.string() })),
  rejectedCount: z.number(),
  bytesFetched: z.number(),
  requests: z.number(),
  seconds: z.number(),
})

export const addEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), sourceId: z.string(), files: z.number(), bytes: z.number() }),
  z.object({
    kind: z.literal('progress'),
    file: z.string(),
    filesDone: z.number(),
    files: z.number(),
    rows: z.number(),
    rejected: z.number(),
    rowsPerSecond: z.number(),
  }),
  z.object({ kind: z.literal('done'), result: addResult }),
])

export const folderListing = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  entries: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      kind: z.enum(['folder', 'file']),
      bytes: z.number().nullable(),
      isOpenable: z.boolean(),
    }),
  ),
  /** What this folder is when opened whole: number of readable files in it. */
  openable: z.number(),
})

const label = z.union([z.literal(1), z.literal(0), z.literal(-1)])
const text = z.string().nullable()

const exampleIndex = z.object({
  id: z.string(),
  sourceId: z.string(),
  file: z.string(),
  row: z.number().int(),
  shape: z.enum(SHAPES),
  contentHash: z.string(),
  instanceId: text,
  trajectoryId: text,
  repo: text,
  license: text,
  language: text,
  harness: text,
  model: text,
  teacherModel: text,
  resolved: label,
  category: text,
  hfDataset: text,
}) satisfies z.ZodType<ExampleIndex>

export const exampleRow = exampleIndex.extend({
  values: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  isMeasured: z.boolean(),
  verdict: z.enum(['keep', 'drop']).nullable(),
  reasons: z.array(z.object({ rule: z.string(), text: z.string() })),
  decision: z.enum(['accept', 'reject']).nullable(),
  decisionReason: text,
  note: text,
  reviewer: text,
  outcome: z.enum(['keep', 'drop']).nullable(),
  isStale: z.boolean(),
}) satisfies z.ZodType<ExampleRow>

export const selection = z.object({
  text: z.string().optional(),
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string())).optional(),
  ranges: z.record(z.string(), z.object({ min: z.number().nullable(), max: z.number().nullable() })).optional(),
  where: z.string().optional(),
}) satisfies z.ZodType<Selection>

export const sort = z.object({ column: z.string(), descending: z.boolean() }) satisfies z.ZodType<Sort>

export const facets = z.object({
  counts: z.partialRecord(z.enum(FACETS), z.array(z.object({ value: z.string(), count: z.number() }))),
  histograms: z.array(z.object({ measure: z.string(), min: z.number(), max: z.number(), bins: z.array(z.number()), isLog: z.boolean() })),
}) satisfies z.ZodType<Facets>

const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shell'), command: z.string() }),
  z.object({
    kind: z.literal('edit'),
    path: z.string(),
    change: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('create'), text: z.string() }),
      z.object({ kind: z.literal('replace'), before: z.string(), after: z.string() }),
      z.object({ kind: z.literal('insert'), line: z.number(), text: z.string() }),
      z.object({ kind: z.literal('undo') }),
    ]),
  }),
  z.object({ kind: z.literal('view'), path: z.string() }),
  z.object({ kind: z.literal('think'), thought: z.string() }),
  z.object({ kind: z.literal('finish') }),
  z.object({ kind: z.literal('other') }),
])

const resultFacts = z.object({
  call: z.object({ messageIndex: z.number(), callIndex: z.number() }).nullable(),
  exitCode: z.number().nullable(),
  isError: z.boolean(),
  isTruncated: z.boolean(),
}) satisfies z.ZodType<ResultFacts>

/** A text that may have been cut for the wire; `size` is its whole length in UTF-16 units. */
const cutText = z.object({ text: z.string(), size: z.number() })

/** A message as the page gets it: long texts cut, sizes told, acts and results read. */
export const messageView = z.object({
  index: z.number(),
  role: z.string(),
  content: cutText,
  reasoning: cutText.nullable(),
  calls: z.array(
    z.object({
      id: text,
      name: z.string(),
      protocol: z.enum(['structured', 'function-tag', 'execute-tag', 'fence', 'command-tag', 'action']),
      argumentsText: cutText,
      argumentsError: text,
      /** Texts inside are cut at 64 kB like all others; `argumentsText.size` tells. */
      act,
      /** True when running this call runs the project's tests. */
      isTest: z.boolean(),
      resultIndex: z.number().nullable(),
    }),
  ),
  result: resultFacts.nullable(),
  name: text,
  toolCallId: text,
  /** cl100k_base tokens of content. */
  tokens: z.number(),
  extra: z.record(z.string(), z.json()),
})

/** See {@link messageView}. */
export type MessageView = z.infer<typeof messageView>

export const step = z.object({ number: z.number(), messageIndex: z.number(), resultIndexes: z.array(z.number()) }) satisfies z.ZodType<Step>

export const exampleDetail = z.object({
  row: exampleRow,
  ref: sourceRef,
  hints: z.object({ config: text, split: text }),
  messages: z.array(messageView),
  steps: z.array(step),
  tools: z.array(z.json()),
  metadata: z.record(z.string(), z.json()),
  extra: z.record(z.string(), z.json()),
  notes: z.array(z.string()),
  hasPatch: z.boolean(),
  hasReferencePatch: z.boolean(),
  /** Bytes of the stored row. */
  bodyBytes: z.number(),
  recipeName: text,
})

export const textInput = z.object({
  id: z.string(),
  message: z.number().int().min(0),
  field: z.enum(['content', 'reasoning', 'arguments']),
  /** Which call, for `arguments`. */
  call: z.number().int().min(0).optional(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(262144),
})

export const textPiece = z.object({ text: z.string(), offset: z.number(), size: z.number() })

export const patchSide = z.enum(['model', 'reference'])

const patchFileSummary = z.object({
  oldPath: text,
  newPath: text,
  status: z.enum(['added', 'deleted', 'modified', 'renamed', 'copied', 'mode']),
  oldMode: text,
  newMode: text,
  binary: z.boolean(),
  additions: z.number(),
  deletions: z.number(),
}) satisfies z.ZodType<Omit<PatchFile, 'hunks'>>

export const patchSummary = z.object({
  files: z.array(patchFileSummary),
  additions: z.number(),
  deletions: z.number(),
  problems: z.array(z.string()),
  /** Set when only part is shown: what and how much. */
  cut: text,
  bytes: z.number(),
})

export const patchFileDetail = patchFileSummary.extend({
  hunks: z.array(
    z.object({
      oldStart: z.number(),
      oldLines: z.number(),
      newStart: z.number(),
      newLines: z.number(),
      section: z.string(),
      lines: z.array(z.object({ kind: z.enum(['context', 'add', 'delete']), text: z.string(), noNewline: z.boolean() })),
    }),
  ),
  cut: text,
}) satisfies z.ZodType<PatchFile & { cut: string | null }>

export const findResult = z.object({
  hits: z.array(
    z.object({
      message: z.number(),
      field: z.enum(['content', 'reasoning', 'arguments']),
      call: z.number().nullable(),
      offset: z.number(),
      length: z.number(),
      before: z.string(),
      match: z.string(),
      after: z.string(),
    }),
  ),
  total: z.number(),
})

export const neighbours = z.object({
  previous: text,
  next: text,
  /** Up to three ids that come next: what to load ahead. */
  nextIds: z.array(z.string()),
  position: z.number().nullable(),
  total: z.number(),
})

export const measureInfo = z.object({
  id: z.string(),
  version: z.number(),
  label: z.string(),
  unit: z.string(),
  type: z.enum(['integer', 'real', 'text', 'boolean']),
  help: z.string(),
}) satisfies z.ZodType<MeasureInfo>

export const funnel = z.object({
  total: z.number(),
  kept: z.number(),
  dropped: z.number(),
  steps: z.array(
    z.object({ rule: z.string(), title: z.string(), summary: z.string(), dropped: z.number(), only: z.number(), remaining: z.number() }),
  ),
}) satisfies z.ZodType<Funnel>

export const recipeState = z.object({
  recipe: z.object({
    name: z.string(),
    description: z.string(),
    hash: z.string(),
    text: z.string(),
    steps: z.array(
      z.object({
        rule: z.string(),
        title: z.string(),
        summary: z.string(),
        enabled: z.boolean(),
        parameters: z.record(z.string(), z.json()),
      }),
    ),
  }),
  funnel,
})

export const recipePreview = z.object({ funnel, hash: z.string(), newlyKept: z.number(), newlyDropped: z.number() })

export const ruleInfo = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  help: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), type: z.enum(['integer', 'text', 'text-list', 'label-list']), default: z.json(), help: z.string() }),
  ),
})

export const decideInput = z.object({
  id: z.string(),
  kind: z.enum(['accept', 'reject', 'clear', 'note']),
  reason: z.string().max(100).nullable().optional(),
  note: z.string().max(20000).nullable().optional(),
  reviewer: z.string().max(200).optional(),
  /** The content hash the page was showing; a mismatch is a `conflict` Fault. */
  contentHash: z.string().optional(),
})

export const ledgerEntry = z.object({
  seq: z.number(),
  time: z.string(),
  reviewer: z.string(),
  exampleId: z.string(),
  contentHash: z.string(),
  kind: z.enum(ENTRY_KINDS),
  reason: text,
  note: text,
  undoes: z.number().nullable(),
  recipeHash: text,
  previousHash: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<LedgerEntry>

export const decided = z.object({ seq: z.number(), hash: z.string(), row: exampleRow })

/** `undone` is null when nothing was left to take back. */
export const undone = z.object({ seq: z.number().nullable(), hash: text, undone: ledgerEntry.nullable(), row: exampleRow.nullable() })

export const ledgerCheck = z.object({
  ok: z.boolean(),
  entries: z.number(),
  head: text,
  problems: z.array(z.object({ seq: z.number(), problem: z.string() })),
})

export const exportTarget = z.object({ id: z.string(), title: z.string(), help: z.string(), files: z.array(z.string()) })

export const exportPreview = z.object({
  target: z.string(),
  total: z.number(),
  /** Examples that would leave. */
  leaving: z.number(),
  /** Kept by the recipe and not touched by people. */
  byRecipe: z.number(),
  /** Accepted by people though the recipe drops them. */
  acceptedAgainst: z.number(),
  /** Accepted by people, the recipe agreeing. */
  acceptedWith: z.number(),
  /** Rejected by people though the recipe keeps them. */
  rejectedAgainst: z.number(),
  undecidedDropped: z.number(),
  stale: z.number(),
  funnel: funnel.nullable(),
  warnings: z.array(z.string()),
  /** Folder offered first. */
  suggestedOut: z.string(),
})

export const exportResult = z.object({
  target: z.string(),
  out: z.string(),
  examples: z.number(),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
  warnings: z.array(z.string()),
})

export const exportEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number(), file: z.string() }),
  z.object({ kind: z.literal('done'), result: exportResult }),
])

export const exportRecord = z.object({ time: z.string(), target: z.string(), out: z.string(), examples: z.number() })

export const settings = z.object({
  theme: z.enum(['dark', 'light', 'system']),
  reviewer: z.string(),
  singleKeys: z.boolean(),
  /** Sizes, column widths, open panels: the page's own, by key. */
  layout: z.record(z.string(), z.json()),
})
