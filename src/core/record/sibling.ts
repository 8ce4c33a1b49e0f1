import type { CallAct } from './message.ts'

/** A call as runs are compared by it. */
export interface AlignedCall {
  messageIndex: number
  callIndex: number
  /** Calls with one number are the same call: same tool, same arguments. */
  same: number
  name: string
  /** Long texts in it are cut: enough for a line. */
  act: CallAct
  isError: boolean
  isEdit: boolean
  isTest: boolean
  /** How its test run went; null for none, or one that does not say. */
  tests: 'passed' | 'failed' | null
}

/** Attempts at one instance, laid side by side by their calls. */
export interface Alignment {
  runs: { id: string; calls: AlignedCall[] }[]
  /** A line a row: the place of its call in each run's `calls`, null where a run has none. Within a run places ascend, and none is left out. */
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
