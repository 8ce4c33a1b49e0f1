import type { Example, Message } from '#record'
import type { ExampleTokens, JoinedCount, MessageTokens, TextCounter } from '../types.ts'
import { countDefinition } from './count-definition.ts'

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
  const contents = countContents(
    example.messages.map((message) => message.content),
    counter,
  )
  return {
    messages: example.messages.map((message, at) => countMessage(message, contents.each[at] ?? 0, counter)),
    definitions: example.tools.reduce<number>((sum, tool) => sum + countDefinition(JSON.stringify(tool), counter), 0),
    get joined() {
      return contents.joined
    },
  }
}

/** Without a quicker way the joined text is counted when somebody asks for it: nothing does of a tokenizer from a file. */
function countContents(texts: string[], counter: TextCounter): JoinedCount {
  if (counter.countJoined) return counter.countJoined(texts)
  return {
    each: texts.map((text) => counter.count(text)),
    get joined() {
      return counter.count(texts.join('\n'))
    },
  }
}

function countMessage(message: Message, content: number, counter: TextCounter): MessageTokens {
  const calls = message.calls.filter((call) => call.protocol === 'structured').flatMap((call) => [call.name, call.argumentsText])
  return {
    content,
    reasoning: counter.count(message.reasoning ?? ''),
    calls: calls.reduce((sum, text) => sum + counter.count(text), 0),
  }
}
