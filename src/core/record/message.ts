import type { Json, JsonObject } from './json.ts'

/** How a call was written down. */
export type CallProtocol = 'structured' | 'function-tag' | 'execute-tag' | 'fence' | 'command-tag' | 'action'

/** What a call does, as far as its tool and arguments tell. */
export type CallAct =
  | { kind: 'shell'; command: string }
  | { kind: 'edit'; path: string; change: EditChange }
  | { kind: 'view'; path: string }
  | { kind: 'think'; thought: string }
  | { kind: 'finish' }
  | { kind: 'other' }

/** An edit call's change, before it was run. */
export type EditChange =
  | { kind: 'create'; text: string }
  | { kind: 'replace'; before: string; after: string }
  | { kind: 'insert'; line: number; text: string }
  | { kind: 'undo' }

/** One tool call of an assistant message. */
export interface Call {
  /** The call's own id where the row has one. */
  id: string | null
  name: string
  protocol: CallProtocol
  /** Arguments exactly as the row had them, as text. */
  argumentsText: string
  /** The arguments parsed; null when they are not JSON (then `argumentsError` says why). */
  arguments: Json
  argumentsError: string | null
  act: CallAct
  /** Index of the message that holds this call's result; null for a dangling call. */
  resultIndex: number | null
}

/** What a tool result says of itself, read by its harness's convention. */
export interface ResultFacts {
  /** Position (message index, call number in it) of the call this answers; null for a result nobody asked for. */
  call: { messageIndex: number; callIndex: number } | null
  /** Exit code when the observation states one. */
  exitCode: number | null
  /** True when the exit code is not 0 or the text carries the harness's error mark. */
  isError: boolean
  /** The harness cut the observation. */
  isTruncated: boolean
}

/** One message of the trajectory, in the row's order. */
export interface Message {
  /** From 0, equal to the position in the row. */
  index: number
  /** As in the row: system, user, assistant, tool, or anything else it says. */
  role: string
  /**
   * The text. Block content is its blocks' texts joined by a newline (the seed tutorial's rule); null and missing are ''.
   */
  content: string
  /** `reasoning_content`, `think` or a thought field; null when the row has none, '' when it has an empty one. */
  reasoning: string | null
  calls: Call[]
  /** Present when the message is a tool's answer, whatever its role: text protocols answer as `user`. */
  result: ResultFacts | null
  name: string | null
  toolCallId: string | null
  /** Fields of the message no shape names. */
  extra: JsonObject
}

/** An assistant turn with its results. */
export interface Step {
  /** From 1. */
  number: number
  /** Message index of the assistant turn. */
  messageIndex: number
  /** Message indexes of the results, in order. */
  resultIndexes: number[]
}
