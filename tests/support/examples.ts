import type { Call, CallAct, Example, Json, Message, ResultFacts } from '#record'

/** What a test says of a message; the index is its place. */
export type MessageSketch = Partial<Omit<Message, 'index' | 'calls'>> & { calls?: Call[] }

/** A message of an example: empty text, no calls, no result. */
function buildMessage(sketch: MessageSketch, index: number): Message {
  return {
    role: 'assistant',
    content: '',
    reasoning: null,
    calls: [],
    result: null,
    name: null,
    toolCallId: null,
    extra: {},
    ...sketch,
    index,
  }
}

/** A tool call; a shell call gets its command as arguments. */
export function buildCall(act: CallAct, known: Partial<Call> = {}): Call {
  const given: Json = act.kind === 'shell' ? { command: act.command } : {}
  return {
    id: null,
    name: act.kind === 'shell' ? 'execute_bash' : act.kind,
    protocol: 'structured',
    argumentsText: JSON.stringify(given),
    arguments: given,
    argumentsError: null,
    act,
    resultIndex: null,
    ...known,
  }
}

/** An assistant message that makes one call, and the tool message that answers it, at their places in a trajectory. */
export function turn(at: number, act: CallAct, result: Partial<ResultFacts> = {}): MessageSketch[] {
  const facts: ResultFacts = { call: { messageIndex: at, callIndex: 0 }, exitCode: null, isError: false, isTruncated: false, ...result }
  return [{ calls: [buildCall(act, { resultIndex: at + 1 })] }, { role: 'tool', content: 'done', result: facts }]
}

/** An example with nothing in it but what the test says. */
export function buildExample(known: Partial<Omit<Example, 'messages'>> & { messages?: MessageSketch[] } = {}): Example {
  const { messages = [], ...rest } = known
  return {
    id: 'example-1',
    contentHash: '0'.repeat(64),
    ref: { sourceId: 's1', uri: 'rows.jsonl', revision: null, file: 'rows.jsonl', row: 0 },
    hints: { config: null, split: null },
    shape: 'R3',
    instanceId: null,
    trajectoryId: null,
    repo: null,
    license: null,
    language: null,
    harness: null,
    model: null,
    teacherModel: null,
    resolved: -1,
    resolvedRaw: null,
    category: null,
    tools: [],
    patch: null,
    referencePatch: null,
    metadata: {},
    extra: {},
    notes: [],
    ...rest,
    messages: messages.map(buildMessage),
  }
}
