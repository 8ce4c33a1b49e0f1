import type { JsonObject } from '#record'
import { RowRefused } from './seen.ts'
import { onlyKeys, wordAt } from './strict.ts'

/**
 * Reads a row of rendered text: TRL's standard language modelling type, and axolotl's and LLaMA-Factory's plain text. Nothing but `text` decides what is
 * trained on: all of it is.
 * Rules: https://github.com/huggingface/trl/blob/main/docs/source/dataset_formats.md, "Standard" (0087e4f).
 *
 * @throws RowRefused
 */
export function readText(row: JsonObject, where: string, others: readonly string[] = []): { text: string } {
  onlyKeys(row, ['text', ...others], where)
  const text = wordAt(row.text, `${where}, text`)
  if (text.trim() === '') throw new RowRefused(`${where}, text`, 'must not be blank')
  return { text }
}
