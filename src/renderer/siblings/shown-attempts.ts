import type { Attempts } from './types.ts'

/** Side by side at first: more columns than this are narrow on most screens. */
const AT_FIRST = 4

/** Most columns the host aligns. */
export const MOST_SHOWN = 8

/** Which attempts are shown at first: the one that was opened, then the best. */
export function firstShown({ attempts }: Pick<Attempts, 'attempts'>, opened: string): string[] {
  const others = attempts.map(({ id }) => id).filter((id) => id !== opened)
  const shown = new Set([opened, ...others.slice(0, AT_FIRST - 1)])
  return attempts.map(({ id }) => id).filter((id) => shown.has(id))
}

/** `shown` with one more or one less, in the attempts' order; the last one stays, and there are never more than {@link MOST_SHOWN}. */
export function toggleShown({ attempts }: Pick<Attempts, 'attempts'>, shown: readonly string[], id: string): string[] {
  if (shown.includes(id)) return shown.length > 1 ? shown.filter((one) => one !== id) : [...shown]
  if (shown.length >= MOST_SHOWN) return [...shown]
  return attempts.map((attempt) => attempt.id).filter((one) => one === id || shown.includes(one))
}
