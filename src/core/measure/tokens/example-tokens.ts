import type { Example, Message } from '#record'
import type { ExampleTokens, MessageTokens, TextCounter } from '../types.ts'

const known = new WeakMap<Example, Map<string, ExampleTokens>>()

/** What an example costs by one encoding. Counted once an example and encoding. */
export function exampleTokens(example: Example, counter: TextCounter): ExampleTokens {
  const byEncoding = known.get(example) ?? new Map<string, ExampleTokens>()
  const tokens = byEncoding.get(counter.encoding) ?? countExample(example, counter)
  byEncoding.set(counter.encoding, tokens)
  known.set(example, byEncoding)
  return tokens
}

function countExample(example: Example, counter: TextCounter): ExampleTokens {
  return {
    messages: example.messages.map((message) => countMessage(message, counter)),
    definitions: example.tools.reduce<number>((sum, tool) => sum + counter.count(JSON.stringify(tool)), 0),
    joined: counter.count(example.messages.map((message) => message.content).join('\n')),
  }
}

function countMessage(message: Message, counter: TextCounter): MessageTokens {
  const calls = message.calls.filter((call) => call.protocol === 'structured').flatMap((call) => [call.name, call.argumentsText])
  return {
    content: counter.count(message.content),
    reasoning: counter.count(message.reasoning ?? ''),
    calls: calls.reduce((sum, text) => sum + counter.count(text), 0),
  }
}
