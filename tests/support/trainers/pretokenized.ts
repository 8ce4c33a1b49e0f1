import { RowRefused } from './seen.ts'

/** The label that takes a token out of the loss. */
const IGNORED = -100
/** Ids are 32 bit wherever they are read. */
const MOST = 2 ** 31

/** A row of ids as a trainer has it: which of them are trained on. */
export interface SeenTokens {
  ids: number[]
  trained: boolean[]
}

/**
 * Reads a row of ids and labels, which TRL and axolotl leave as they are. A label is the id in its own place (models shift them themselves) or -100.
 * Rules: `SFTTrainer._prepare_dataset` of TRL (f2cd577) skips tokenizing where `input_ids` is a column; torch's cross entropy has `ignore_index=-100`.
 *
 * @param row values as hyparquet gives them: lists, typed arrays or bigints
 * @throws RowRefused
 */
export function readPretokenized(row: Record<string, unknown>, where: string): SeenTokens {
  const ids = intsAt(row.input_ids, `${where}, input_ids`)
  const labels = intsAt(row.labels, `${where}, labels`)
  if (ids.length === 0) throw new RowRefused(`${where}, input_ids`, 'must not be empty')
  if (labels.length !== ids.length) throw new RowRefused(`${where}, labels`, `there are ${ids.length} ids and ${labels.length} labels`)
  checkAttention(row.attention_mask, ids.length, where)
  for (const [index, id] of ids.entries()) {
    if (id < 0 || id >= MOST) throw new RowRefused(`${where}, input_ids[${index}]`, `${id} is no id`)
    const label = labels[index]
    if (label !== IGNORED && label !== id)
      throw new RowRefused(`${where}, labels[${index}]`, `must be ${id} or ${IGNORED}, here is ${label}`)
  }
  const trained = labels.map((label) => label !== IGNORED)
  if (!trained.includes(true)) throw new RowRefused(where, 'no token in it is trained on')
  return { ids, trained }
}

function checkAttention(value: unknown, length: number, where: string): void {
  if (value === undefined || value === null) return
  const mask = intsAt(value, `${where}, attention_mask`)
  if (mask.length !== length || mask.some((bit) => bit !== 1)) throw new RowRefused(`${where}, attention_mask`, 'must be a 1 for each id')
}

function intsAt(value: unknown, where: string): number[] {
  if (value === null || typeof value !== 'object' || !(Symbol.iterator in value))
    throw new RowRefused(where, 'a list of integers is needed')
  const ints = Array.from(value as Iterable<unknown>, Number)
  const bad = ints.findIndex((int) => !Number.isSafeInteger(int))
  if (bad >= 0) throw new RowRefused(`${where}[${bad}]`, 'must be an integer')
  return ints
}
