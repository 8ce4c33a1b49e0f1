import type { Call, Example, Message } from '#record'

/** What a call was for, as far as proposing masks needs it: see the measuring room's facts, which have it in the order of the run. */
export interface CallReading {
  isTest: boolean
  /** The harness refused the whole turn: nothing was run. */
  isRefused: boolean
  /** It changed files. */
  isEdit: boolean
}

/** A call with its answer. */
export interface TurnCall extends CallReading {
  call: Call
  result: Message | null
  /** By the result's own word. */
  isFailed: boolean
}

/** An assistant turn with its calls, thinking left out. */
export interface Turn {
  index: number
  calls: TurnCall[]
  /** It has calls at all, thinking among them. */
  hasCalls: boolean
}

/** The assistant turns of a run. `readings` has one of each call, in order. */
export function turnsOf({ messages }: Example, readings: Iterable<CallReading>): Turn[] {
  const reading = readings[Symbol.iterator]()
  const turns: Turn[] = []
  for (const message of messages) {
    const calls = message.calls.map((call) => turnCall(call, messages, reading.next().value ?? UNREAD))
    if (message.role !== 'assistant') continue
    turns.push({ index: message.index, calls: calls.filter(({ call }) => call.act.kind !== 'think'), hasCalls: calls.length > 0 })
  }
  return turns
}

const UNREAD: CallReading = { isTest: false, isRefused: false, isEdit: false }

function turnCall(call: Call, messages: readonly Message[], reading: CallReading): TurnCall {
  const { isTest, isRefused, isEdit } = reading
  const result = call.resultIndex === null ? null : (messages[call.resultIndex] ?? null)
  return { call, result, isFailed: result?.result?.isError ?? false, isTest, isRefused, isEdit }
}
