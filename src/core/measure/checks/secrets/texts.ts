import type { Example, TextPlace } from '#record'

/** A text of an example with its place. */
export interface ExampleText {
  text: string
  at: Pick<TextPlace, 'messageIndex' | 'field' | 'call'>
}

/** Every text of a run in its order, the patch last. Calls written as text are in the content already. */
export function* textsOf({ messages, patch }: Example): Generator<ExampleText> {
  for (const { index, content, reasoning, calls } of messages) {
    const of = (field: 'content' | 'reasoning' | 'arguments', call: number | null = null): ExampleText['at'] => ({
      messageIndex: index,
      field,
      call,
    })
    if (reasoning) yield { text: reasoning, at: of('reasoning') }
    yield { text: content, at: of('content') }
    for (const [place, call] of calls.entries())
      if (call.protocol === 'structured') yield { text: call.argumentsText, at: of('arguments', place) }
  }
  if (patch) yield { text: patch, at: { messageIndex: null, field: 'patch', call: null } }
}
