import type { JsonObject } from '#record'
import { RowRefused, type Seen } from './seen.ts'
import { listAt, objectAt, onlyKeys, stringAt } from './strict.ts'

/** Keys of the seed tutorial's record, and the one Winnow adds where turns are context only. */
const KEYS = [
  ...['instance_id', 'repo', 'language', 'license', 'agent', 'model', 'resolved', 'trajectory_id', 'messages', 'context_only', 'chatml'],
  ...['tools', 'model_patch', 'n_messages', 'traj_tokens'],
]

/**
 * Reads a record of the seed tutorial's `open_swe_sft.jsonl`: roles as the row has them, texts alone, and `context_only` with the places that are context.
 * `tools` counts calls by name, and defines none.
 *
 * @throws RowRefused
 */
export function readTutorial(
  row: JsonObject,
  where: string,
): { messages: { role: string; content: string; trained: boolean }[]; counts: JsonObject } {
  onlyKeys(row, KEYS, where)
  const masked = row.context_only === undefined ? [] : listAt(row.context_only, `${where}, context_only`)
  const messages = listAt(row.messages, `${where}, messages`, 0).map((message, index) => {
    const at = `${where}, messages[${index}]`
    const one = objectAt(message, at)
    onlyKeys(one, ['role', 'content'], at)
    const role = stringAt(one.role, `${at}.role`)
    return { role, content: stringAt(one.content, `${at}.content`), trained: role === 'assistant' && !masked.includes(index) }
  })
  if (row.n_messages !== messages.length)
    throw new RowRefused(`${where}, n_messages`, `must be ${messages.length}, here is ${row.n_messages}`)
  for (const place of masked) {
    if (typeof place !== 'number' || !messages[place])
      throw new RowRefused(`${where}, context_only`, `${JSON.stringify(place)} is no message`)
  }
  stringAt(row.chatml, `${where}, chatml`)
  const counts = objectAt(row.tools, `${where}, tools`)
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isInteger(count)) throw new RowRefused(`${where}, tools.${name}`, 'must be a count')
  }
  return { messages, counts }
}

/** The conversation of {@link readTutorial}, in the neutral form: calls and reasoning have no place in it. */
export function seenTutorial(row: JsonObject, where: string): Pick<Seen, 'messages'> {
  const blank = { reasoning: null, calls: [], answersCall: null }
  return { messages: readTutorial(row, where).messages.map((message) => ({ ...message, ...blank })) }
}
