import type { JsonObject } from '#record'
import type { ArgumentForm } from './argument-text.ts'
import { chatMessages, checkAnswers, toolsAt } from './chat-messages.ts'
import { RowRefused, type Seen, type SeenMessage } from './seen.ts'
import { parsedAt } from './strict.ts'

/** A pair as a trainer has it: one prompt, and two ways to go on. */
export interface SeenPair {
  chosen: Seen
  rejected: Seen
  /** Messages of the prompt, which both begin with. */
  prompt: number
}

/** Columns by which TRL would take the row for another type of dataset. */
const OTHER_TYPES = ['messages', 'text', 'completion', 'label']

/**
 * Reads a row of TRL's conversational preference type with an explicit prompt: the prompt holds nobody's answer yet, both answers begin with the assistant, end
 * with it, and differ.
 * Rules: https://github.com/huggingface/trl/blob/main/docs/source/dataset_formats.md, "Preference" (0087e4f); `extract_prompt` in `trl/data_utils.py`.
 *
 * @throws RowRefused
 */
export function readPreference(row: JsonObject, where: string, form: ArgumentForm = 'object'): SeenPair {
  const other = OTHER_TYPES.find((key) => key in row)
  if (other) throw new RowRefused(where, `"${other}" beside "chosen" makes it another type of dataset`)
  const part = (key: 'prompt' | 'chosen' | 'rejected') =>
    chatMessages(row[key], { arguments: form, isTrained: () => key !== 'prompt' }, `${where}, ${key}`)
  const prompt = part('prompt')
  const tools = toolsAt(typeof row.tools === 'string' ? parsedAt(row.tools, `${where}, tools`) : row.tools, `${where}, tools`)
  const whole = (key: 'chosen' | 'rejected'): Seen => {
    const answer = part(key)
    checkAnswer(answer, `${where}, ${key}`)
    checkAnswers([...prompt, ...answer], `${where}, prompt and ${key}`)
    return { messages: [...prompt, ...answer], tools }
  }
  if (prompt.at(-1)?.role === 'assistant') throw new RowRefused(`${where}, prompt`, 'must not end with the assistant')
  const [chosen, rejected] = [whole('chosen'), whole('rejected')]
  if (JSON.stringify(chosen) === JSON.stringify(rejected)) throw new RowRefused(where, 'chosen and rejected say the same')
  return { chosen, rejected, prompt: prompt.length }
}

function checkAnswer(messages: readonly SeenMessage[], where: string): void {
  if (messages[0]?.role !== 'assistant') throw new RowRefused(`${where}[0]`, 'must be the assistant')
}
