import { isJsonObject, type JsonObject } from '#record'
import { RowRefused, type SeenCall } from './seen.ts'
import { objectAt, parsedAt, wordAt } from './strict.ts'

/** Words around a thought: `thought_words` of `Template` in LLaMA-Factory's `src/llamafactory/data/template.py`. */
const THOUGHT = ['<think>\n', '\n</think>\n\n'] as const

/**
 * The text of a `function_call` turn: a thought where there is one, and what is left is the JSON of a call or a list of calls. The formatter takes the first
 * thought it finds out of the text, wherever it stands, and dumps `arguments` to JSON itself.
 * Rules: `FunctionFormatter.apply` in `src/llamafactory/data/formatter.py` (02e2fb3, ff6d4d1).
 *
 * @throws RowRefused
 */
export function functionText(text: string, where: string): { content: string; reasoning: string | null; calls: SeenCall[] } {
  const from = text.indexOf(THOUGHT[0])
  const to = from < 0 ? -1 : text.indexOf(THOUGHT[1], from + THOUGHT[0].length)
  const thought = to < 0 ? null : text.slice(from + THOUGHT[0].length, to)
  const whole = to < 0 ? '' : text.slice(from, to + THOUGHT[1].length)
  const rest = whole === '' ? text : text.split(whole).join('')
  const value = parsedAt(rest, `${where}, the calls`)
  const calls = (Array.isArray(value) ? value : [value]).map((call, index) => callAt(objectAt(call, `${where}, call ${index + 1}`), where))
  if (calls.length === 0) throw new RowRefused(where, 'a function_call turn needs a call')
  return { content: '', reasoning: thought, calls }
}

function callAt({ name, arguments: given }: JsonObject, where: string): SeenCall {
  if (!isJsonObject(given)) throw new RowRefused(`${where}, arguments`, 'must be an object: a string comes out encoded twice')
  return { id: null, name: wordAt(name, `${where}, name`), arguments: given }
}
