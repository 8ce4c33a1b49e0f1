import type {
  Example,
  ExampleIndex,
  Fault,
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
}

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

/** What a measuring thread says of a row: the result, or what is no row's fault and would meet every one. */
export type MeasureAnswer = MeasureResult | { kind: 'fault'; fault: Fault }

/** A row to measure. The body is JSON text, so that only a string crosses to the worker. */
export interface MeasureJob {
  ticket: number
  ref: RawRow['ref']
  hints: RawRow['hints']
  body: string
  plan: MeasurePlan
}

/** Worker threads with back-pressure: a job is taken when a worker is free. */
export interface MeasurePool {
  /**
   * Measures one row. A worker that dies rejects its row with the reason and is replaced.
   * @throws FaultError `not-found` when the tokenizer's file is gone or has changed: no row is at fault
   */
  measure(job: MeasureJob, signal?: AbortSignal): Promise<MeasureResult>
  /** Threads running. */
  readonly size: number
  close(): Promise<void>
}
