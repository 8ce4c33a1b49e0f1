/** Sources and the folders they are opened from, as they cross the contract. */
import { z } from 'zod'

export const sourceInfo = z.object({
  id: z.string(),
  uri: z.string(),
  kind: z.string(),
  revision: z.string().nullable(),
  addedAt: z.string(),
  shapes: z.array(z.string()),
  examples: z.number(),
  /** Examples whose row is here: they open without the Hub. */
  bodies: z.number(),
  rejected: z.number(),
  /** Every row of every file is here. */
  isComplete: z.boolean(),
  /** Every row is at least in the index. */
  isIndexed: z.boolean(),
})

/** The column of a file by the name it is read as: `{ messages: "conversation" }`. */
export const columnMap = z.record(z.string().min(1), z.string().min(1))

export const addInput = z.object({
  source: z.string().min(1),
  revision: z.string().optional(),
  config: z.string().optional(),
  split: z.string().optional(),
  take: z.number().int().min(1).optional(),
  seed: z.number().int().optional(),
  /** Only the small columns of a Hub source: everything is in the table, nothing is measured. */
  indexOnly: z.boolean().optional(),
  /** Column names to read others as; remembered with the source. */
  map: columnMap.optional(),
  /** When the branch has moved since it was pinned: `ask` (default) ends with `moved`, `stay` goes on at the pinned commit, `move` takes the new one. */
  onMoved: z.enum(['ask', 'stay', 'move']).optional(),
})

/** What lies between two commits of a source. */
export const revisionChange = z.object({
  from: z.string(),
  to: z.string(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.string()),
  unchanged: z.number(),
  /** Of files that would have to be read again. */
  bytes: z.number(),
  /** Decided examples in files that are gone or changed. */
  decided: z.number(),
})

export const addResult = z.object({
  sourceId: z.string(),
  source: z.string(),
  revision: z.string().nullable(),
  shapes: z.array(z.string()),
  /** Examples of the source now in the workspace. */
  examples: z.number(),
  measured: z.number(),
  /** The first 1,000; `rejectedCount` counts all. */
  rejected: z.array(z.object({ where: z.string(), reason: z.string() })),
  rejectedCount: z.number(),
  /** What was done on its own, in sentences: how names were mapped to paths, that a repository was renamed, that the Hub was out of reach. */
  notes: z.array(z.string()),
  bytesFetched: z.number(),
  requests: z.number(),
  seconds: z.number(),
})

export const addEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opened'),
    sourceId: z.string(),
    revision: z.string().nullable(),
    files: z.number(),
    bytes: z.number(),
    notes: z.array(z.string()),
  }),
  /** The branch moved and nobody said what to do; nothing was changed and nothing follows. */
  z.object({ kind: z.literal('moved'), source: z.string(), change: revisionChange }),
  z.object({
    kind: z.literal('progress'),
    file: z.string(),
    filesDone: z.number(),
    files: z.number(),
    rows: z.number(),
    rejected: z.number(),
    rowsPerSecond: z.number(),
    phase: z.enum(['indexing', 'reading']),
    /** Rows there will be; null while unknown. */
    totalRows: z.number().nullable(),
    bytesFetched: z.number(),
    requests: z.number(),
    /** Over the last seconds. */
    bytesPerSecond: z.number(),
    /** An estimate from what is left and the speed of the last seconds; null while there is no honest one. */
    secondsLeft: z.number().nullable(),
  }),
  z.object({ kind: z.literal('done'), result: addResult }),
])

export const columnsInput = addInput.pick({ source: true, revision: true, config: true, split: true, map: true })

/** The columns of a source's first file, and whether they are a known shape. */
export const sourceColumns = z.object({
  file: z.string(),
  /** Null when no known shape has these columns. */
  shape: z.string().nullable(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  /** Names a column may be read as, the needed ones first. */
  targets: z.array(z.object({ name: z.string(), help: z.string(), isNeeded: z.boolean() })),
  /** What the names suggest: `messages` from `conversation`, ... */
  suggested: columnMap,
})

/** How far measuring a selection is. */
export const measureEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), total: z.number() }),
  z.object({
    kind: z.literal('progress'),
    done: z.number(),
    total: z.number(),
    failed: z.number(),
    bytesFetched: z.number(),
    requests: z.number(),
    bytesPerSecond: z.number(),
    secondsLeft: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('done'),
    measured: z.number(),
    failed: z.array(z.object({ id: z.string(), reason: z.string() })),
    failedCount: z.number(),
    bytesFetched: z.number(),
    requests: z.number(),
    seconds: z.number(),
  }),
])

/** What is kept of Hub sources on this disk. */
export const cacheInfo = z.object({
  /** What all of it together should stay below. */
  budgetBytes: z.number(),
  /** Pieces of files, below the workspace's `cache` folder. */
  ranges: z.object({ files: z.number(), bytes: z.number() }),
  /** Rows in workspace.sqlite that could be fetched again; `kept` ones were decided or exported and stay. */
  bodies: z.object({ rows: z.number(), bytes: z.number(), keptRows: z.number(), keptBytes: z.number() }),
})

export const cachePruned = z.object({ freedBytes: z.number(), freedRows: z.number(), freedFiles: z.number(), info: cacheInfo })

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
