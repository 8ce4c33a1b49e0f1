import { isJsonObject, type Json, type JsonObject } from '#record'
import { RowRefused, type SeenCall } from './seen.ts'
import { objectAt, parsedAt, wordAt } from './strict.ts'

/** Words around a thought and around calls: defaults of `register_template` in LLaMA-Factory's `src/llamafactory/data/template.py` (0.9.5). */
const THOUGHT = ['<think>\n', '\n</think>\n\n'] as const
const CALLS = ['<tool_call>', '</tool_call>'] as const

/** What stands between two words, the words with it, and the text without it all. */
interface Found {
  inside: string
  rest: string
}

/**
 * The text of a `function_call` turn. Calls in their words are taken out of the text, and what is left is said in front of them; where there are none, the
 * first thought is taken out wherever it stands, and what is left must be the JSON of a call or a list of calls. `arguments` are dumped to JSON by the trainer.
 * Rules: `FunctionFormatter.apply` in `src/llamafactory/data/formatter.py` (0.9.5); versions before the end of 2025 know thoughts alone.
 *
 * @throws RowRefused
 */
export function functionText(text: string, where: string): { content: string; reasoning: string | null; calls: SeenCall[] } {
  const worded = between(text, CALLS)
  const thought = between(worded ? worded.rest : text, THOUGHT)
  if (worded) return { ...said(worded.rest, thought), calls: callsIn(worded.inside, where) }
  return { content: '', reasoning: thought?.inside ?? null, calls: callsIn(thought ? thought.rest : text, where) }
}

/** A thought in front of what is said; one elsewhere is part of it. */
function said(text: string, thought: Found | null): { content: string; reasoning: string | null } {
  return thought && text.startsWith(THOUGHT[0]) ? { content: thought.rest, reasoning: thought.inside } : { content: text, reasoning: null }
}

function between(text: string, [open, close]: readonly [string, string]): Found | null {
  const from = text.indexOf(open)
  const to = from < 0 ? -1 : text.indexOf(close, from + open.length)
  if (to < 0) return null
  return { inside: text.slice(from + open.length, to), rest: text.split(text.slice(from, to + close.length)).join('') }
}

function callsIn(json: string, where: string): SeenCall[] {
  const value = parsedAt(json, `${where}, the calls`)
  const calls = (Array.isArray(value) ? value : [value]).map((call, index) => callAt(objectAt(call, `${where}, call ${index + 1}`), where))
  if (calls.length === 0) throw new RowRefused(where, 'a function_call turn needs a call')
  return calls
}

function callAt({ name, arguments: given }: JsonObject, where: string): SeenCall {
  const once = typeof given === 'string' ? jsonOf(given) : given
  if (isJsonObject(once) && typeof given === 'string')
    throw new RowRefused(`${where}, arguments`, 'must be an object: a string comes out encoded twice')
  if (!isJsonObject(given) && typeof given !== 'string') throw new RowRefused(`${where}, arguments`, 'must be an object')
  return { id: null, name: wordAt(name, `${where}, name`), arguments: given }
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}
