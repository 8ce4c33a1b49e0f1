import { readFile } from 'node:fs/promises'
import { type ExportPlan, fault } from '#record'

type Parts = Record<string, unknown>

/** Plans are a screenful of lines; more is another file. */
const LONGEST = 1_000_000

/**
 * A plan as a file has it, each part with defaults for what the file does not say.
 *
 * @throws FaultError `not-found`, or `bad-input` naming what is no part of a plan
 */
export async function readPlan(path: string): Promise<Parts> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw fault('not-found', `The plan cannot be read: ${error.message}`, { culprit: path, remedy: 'Name a file that is there.' })
  })
  const value = await parsed(text, path)
  if (!isObject(value)) throw noPlan(path, 'it is no object')
  return value
}

/** A plan of what is said of it. @throws FaultError `bad-input` naming what is wrong and where */
export async function wholePlan(said: Parts, where: string): Promise<ExportPlan> {
  // Loaded here: help and wrong usage must not wait for every schema there is.
  const { exportPlan } = await import('#contract')
  const blank: Parts = { ...exportPlan.parse({ target: 'tutorial' }) }
  const shape: Parts = { ...blank, splits: { by: 'repo', shares: { train: 0.9, validation: 0.05, test: 0.05 }, seed: 0 } }
  const parts = Object.entries(said).map(([key, part]) => {
    if (!Object.hasOwn(shape, key)) throw noPlan(where, `it has no part "${key}"; there are ${Object.keys(shape).join(', ')}`)
    const standard = shape[key]
    if (!isObject(standard) || !isObject(part)) return [key, part]
    const odd = Object.keys(part).find((name) => !Object.hasOwn(standard, name))
    if (odd !== undefined) throw noPlan(where, `${key} has no "${odd}"; there are ${Object.keys(standard).join(', ')}`)
    return [key, { ...standard, ...part }]
  })
  const whole = exportPlan.safeParse(Object.fromEntries(parts))
  if (whole.success) return whole.data
  const [issue] = whole.error.issues
  throw noPlan(where, `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is wrong'}`)
}

async function parsed(text: string, path: string): Promise<unknown> {
  if (text.length > LONGEST) throw noPlan(path, 'it is too long')
  const { parse } = await import('yaml')
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch (error) {
    throw noPlan(path, error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is no YAML')
  }
}

function isObject(value: unknown): value is Parts {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function noPlan(where: string, why: string) {
  return fault('bad-input', `This is no plan of an export: ${why}.`, {
    culprit: where,
    remedy: 'Print one with: winnow export --target trl --print-plan',
  })
}
