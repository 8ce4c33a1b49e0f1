import type {
  Evidence,
  Example,
  ExampleIndex,
  Fault,
  Finding,
  MeasureInfo,
  Measurement,
  Measurements,
  MeasureType,
  Patch,
  RawRow,
  Rejection,
  TallyEntry,
} from '#record'

/** What measures are computed from. Costly parts are computed once, when a measure first asks. */
export interface Subject {
  readonly example: Example
  /** The agent's patch, parsed; empty for none. */
  readonly patch: Patch
  /** The gold patch, parsed; null when the row has none. */
  readonly referencePatch: Patch | null
  /** Tokens by cl100k_base. */
  readonly tokens: ExampleTokens
  /** Tokens by the tokenizer chosen for the workspace. */
  readonly modelTokens: ExampleTokens
  /** Stands over the checks; absent where nobody watches. */
  readonly guard?: CheckGuard | undefined
}

/** Stands over the checks of one example, for nothing in a thread can stop a check that does not end. */
export interface CheckGuard {
  /** Checks that are not run, by id, with why: they did not come to an end before. */
  readonly skipped: Skipped
  /** Does the work of a check while the guard says so to whoever watches. */
  within<T>(check: string, work: () => T): T
}

/** Faults of checks on one example, by check id: these are not run again. */
export type Skipped = Readonly<Record<string, string>>

/** What one message costs, in tokens. */
export interface MessageTokens {
  content: number
  reasoning: number
  /** Names and arguments of structured calls; calls written as text are content already. */
  calls: number
}

/** What an example costs by one encoding, without any chat template. */
export interface ExampleTokens {
  /** In the order of the messages. */
  readonly messages: readonly MessageTokens[]
  /** The row's tool definitions as JSON text. */
  readonly definitions: number
  /** All contents joined by line feeds: what the seed tutorial counts. Not the sum of the contents. */
  readonly joined: number
}

/** Counts tokens by one encoding. Bounded time for any text. */
export interface TextCounter {
  /** Name and version, `cl100k_base@1`. */
  readonly encoding: string
  count(text: string): number
  /** Where there is a quicker way than counting twice. */
  countJoined?(texts: readonly string[]): JoinedCount
}

/** The tokens of a text. */
export interface EncodedText {
  ids: Int32Array
  /** Where each begins in the text, in UTF-16 units: at the character its first byte is of. Ascending. */
  starts: Int32Array
  /** Where the character ends that its last byte is of. */
  ends: Int32Array
}

/** Makes ids of a text's tokens by one encoding. Time grows with the text alone. */
export interface TextEncoder {
  /** Name and version, as stored with every count: `Qwen3-8B@` and 12 digits of the file's sha256. */
  readonly encoding: string
  /** Words that the tokenizer knows as special, such as `<|im_start|>`, become their one id, wherever they stand. */
  encode(text: string): EncodedText
}

/** Tokens of texts, each alone and all joined by line feeds. */
export interface JoinedCount {
  readonly each: readonly number[]
  readonly joined: number
}

/** A tokenizer as it crosses to the measuring threads. */
export type TokenizerRef =
  | { kind: 'tiktoken'; name: 'cl100k_base' | 'o200k_base' }
  /** A Hugging Face `tokenizer.json`: the file as it was when it was chosen. */
  | { kind: 'file'; name: string; sha256: string; path: string }

/** What to compute. */
export interface MeasurePlan {
  /** What `model_tokens` is counted by. */
  tokenizer: TokenizerRef
  /** Ids of the measures wanted; null for all. */
  only: readonly string[] | null
}

/** A number about one Example: its description and its function. */
export type Measure = ScalarMeasure | TallyMeasure

/** A measure with one value an example. */
export interface ScalarMeasure extends MeasureInfo {
  type: Exclude<MeasureType, 'tally'>
  compute(subject: Subject): Exclude<Measurement, TallyEntry[]>
}

/** A measure that counts by key. */
export interface TallyMeasure extends MeasureInfo {
  type: 'tally'
  amounts: NonNullable<MeasureInfo['amounts']>
  /** Each key once, in any order. */
  compute(subject: Subject): TallyEntry[]
}

/** A row that went through parse and measure. `index.id` is the natural id; the store may add a suffix. */
export interface Measured {
  kind: 'measured'
  index: ExampleIndex
  values: Measurements
}

/** What the pool gives back for one row, in any order; `ticket` is the caller's. */
export type MeasureResult = { ticket: number } & (Measured | { kind: 'rejection'; rejection: Rejection })

/** Evidence whose places are in the text, on whole characters, with {@link Finding.bytes}. */
export interface PlacedEvidence extends Evidence {
  bytes: Finding['bytes']
}

/** What a check finds in one example: evidence in the order of the run, or a fault. */
export type CheckResult = { check: string } & (
  | { evidence: PlacedEvidence[] /** How many are left out for being too many. */; leftOut: number; fault: null }
  | { evidence: null; leftOut: 0; fault: string }
)

/** What every check finds in a row. */
export interface FoundResult {
  kind: 'found'
  checks: CheckResult[]
}

/** What a thread says of a row: the result, or what is no row's fault and would meet every one. */
export type PoolAnswer = MeasureResult | FoundResult | { kind: 'fault'; fault: Fault }

/** A row to measure. The body is JSON text, so that only a string crosses to the worker. */
export interface MeasureJob {
  ticket: number
  ref: RawRow['ref']
  hints: RawRow['hints']
  body: string
  plan: MeasurePlan
}

/** A row as its reader gives it. */
export type RowText = Pick<MeasureJob, 'ref' | 'hints' | 'body'>

/** A row to look for evidence in. */
export interface FindJob extends RowText {
  /** Checks known not to end on it. */
  skipped: Skipped
}

/** What a thread is asked to do. */
export type PoolTask = { skipped: Skipped } & ({ kind: 'measure'; job: MeasureJob } | { kind: 'find'; job: RowText })

/**
 * Worker threads with back-pressure: a job is taken when a worker is free. A check that takes too long on a row, or ends its thread, is
 * skipped on that row and is a fault of its own; all else goes on.
 */
export interface MeasurePool {
  /**
   * Measures one row. A worker that dies rejects its row with the reason and is replaced.
   * @throws FaultError `not-found` when the tokenizer's file is gone or has changed: no row is at fault
   */
  measure(job: MeasureJob, signal?: AbortSignal): Promise<MeasureResult>
  /**
   * What the checks find in one row, in the order of the checks.
   * @throws FaultError `unreadable` when the row is no example
   */
  findings(job: FindJob, signal?: AbortSignal): Promise<CheckResult[]>
  /** Threads running. */
  readonly size: number
  close(): Promise<void>
}
