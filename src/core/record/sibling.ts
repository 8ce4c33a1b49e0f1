/** A call as runs are compared by it. */
export interface AlignedCall {
  messageIndex: number
  callIndex: number
  name: string
  /** One line for people: `bash(grep -rn ...)`. */
  title: string
  isError: boolean
  isEdit: boolean
  isTest: boolean
}

/** Attempts at one instance, laid side by side by their calls. */
export interface Alignment {
  runs: { id: string; calls: AlignedCall[] }[]
  /** A line a row: the place of its call in each run's `calls`, null where a run has none. Within a run places ascend. */
  lines: (number | null)[][]
  /** The first line on which not all runs make the same call; null when they never part. */
  firstDivergence: number | null
}

/** A preference: of two attempts at one instance, the one to learn from and the one not to. */
export interface PreferencePair {
  chosen: string
  rejected: string
  instanceId: string | null
  reviewer: string
  time: string
  seq: number
  reason: string | null
  note: string | null
}
