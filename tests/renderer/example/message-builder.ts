import type { CallView, Detail, MessageView } from '../../../src/renderer/example/types.ts'

/** A message of the page with only what a test cares about. */
export function message(index: number, role: string, content = '', rest: Partial<MessageView> = {}): MessageView {
  return {
    index,
    role,
    content: { text: content, size: content.length },
    reasoning: null,
    calls: [],
    result: null,
    name: null,
    toolCallId: null,
    tokens: 10,
    tokenParts: { content: 10, reasoning: 0, calls: 0 },
    extra: {},
    ...rest,
  }
}

/** A call that does `act`. */
export function call(act: CallView['act'], rest: Partial<CallView> = {}): CallView {
  return {
    id: null,
    name: 'bash',
    protocol: 'structured',
    argumentsText: { text: '{}', size: 2 },
    argumentsError: null,
    act,
    isTest: false,
    isEdit: act.kind === 'edit',
    isEnd: act.kind === 'finish',
    resultIndex: null,
    ...rest,
  }
}

/** A shell call. */
export function shell(command: string, rest: Partial<CallView> = {}): CallView {
  return call({ kind: 'shell', command }, rest)
}

/** An answer to call 0 of a message. */
export function answer(index: number, to: number, facts: Partial<NonNullable<MessageView['result']>> = {}, content = ''): MessageView {
  const result = { call: { messageIndex: to, callIndex: 0 }, exitCode: null, isError: false, isTruncated: false, ...facts }
  return message(index, 'tool', content, { result })
}

/** A run whose steps are every assistant turn with the answers that name it. */
export function run(messages: MessageView[]): Pick<Detail, 'messages' | 'steps'> {
  const turns = messages.filter((one) => one.role === 'assistant')
  const steps = turns.map((turn, i) => ({
    number: i + 1,
    messageIndex: turn.index,
    resultIndexes: messages.filter((one) => one.result?.call?.messageIndex === turn.index).map((one) => one.index),
  }))
  return { messages, steps }
}
