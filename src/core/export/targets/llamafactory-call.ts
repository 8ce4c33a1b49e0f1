import { isJsonObject } from '#record'
import { argumentsText } from '../chat/arguments.ts'
import type { ChatCall } from '../chat/chat.ts'
import type { NoteBook } from '../chat/note-book.ts'
import { thinkText } from '../chat/think.ts'

/** The words it looks for in the text of a call: `thought_words` and `tool_call_words` of its templates, by default. */
const WORDS = /<(\/?(?:think|tool_call)>)/g

/**
 * The text of a turn. Without calls it is the reasoning in tags and the content. With calls and nothing said beside them it is the reasoning in tags and
 * the calls as JSON, which every version reads; with something said too, the calls stand in `<tool_call>` tags, which versions since the end of 2025 read
 * and earlier ones stop at. One call is an object, several are a list, arguments are objects: JSON text would be encoded twice.
 */
export function turnText(
  { reasoning, content, calls }: { reasoning: string; content: string; calls: readonly ChatCall[] },
  argumentTexts: ReadonlyMap<string, string>,
  index: number | null,
  book: NoteBook,
): string {
  if (calls.length === 0) return withThought(tamed(reasoning, 'reasoning', index, book), content)
  const isTextual = calls.some((call) => !isJsonObject(call.function.arguments))
  if (isTextual) book.tell('changed', 'arguments', index, 'Arguments that are text leave as the one member "arguments" of an object.')
  const written = calls.map((call) => callJson(call, argumentTexts))
  const json = written.length === 1 ? (written[0] ?? '') : `[${written.join(', ')}]`
  const thought = tamed(reasoning, 'reasoning', index, book)
  if (content === '') return withThought(thought, json)
  return withThought(thought, `${tamed(content, 'content', index, book)}\n<tool_call>\n${json}\n</tool_call>`)
}

function withThought(reasoning: string, text: string): string {
  return reasoning === '' ? text : thinkText(reasoning, text)
}

/** JSON can spell `<` another way, so the words it looks for are in no call; the digits and the order of keys are the row's. */
function callJson(call: ChatCall, argumentTexts: ReadonlyMap<string, string>): string {
  const { name, arguments: given } = call.function
  const json = isJsonObject(given) ? argumentsText(call, argumentTexts) : JSON.stringify({ arguments: given })
  return `{"name": ${JSON.stringify(name)}, "arguments": ${json}}`.replace(WORDS, '\\u003c$1')
}

/** Text has no other spelling: a word of its in it gets a space, or the call behind it could not be read. */
function tamed(text: string, about: 'reasoning' | 'content', index: number | null, book: NoteBook): string {
  const tame = text.replace(WORDS, '< $1')
  if (tame !== text) book.tell('changed', about, index, 'Tags that LLaMA-Factory looks for in a turn get a space behind the first letter.')
  return tame
}
