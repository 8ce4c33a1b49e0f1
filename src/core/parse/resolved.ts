import type { Json, Resolved } from '#record'

/**
 * Reads a label: 1, true, "1", "true", "resolved" are 1; 0, false and a reward below 1 are 0; everything else, -1 and null included, is
 * unknown. A reward of exactly 1 means that every test passed.
 */
export function resolvedOf(raw: Json | undefined): Resolved {
  if (typeof raw === 'boolean') return raw ? 1 : 0
  if (typeof raw === 'number') return ofNumber(raw)
  if (typeof raw !== 'string') return -1
  const word = raw.trim().toLowerCase()
  if (['true', 'yes', 'resolved', 'pass', 'passed'].includes(word)) return 1
  if (['false', 'no', 'unresolved', 'fail', 'failed'].includes(word)) return 0
  return /^-?\d+(\.\d+)?$/.test(word) ? ofNumber(Number(word)) : -1
}

function ofNumber(value: number): Resolved {
  if (value === 1) return 1
  return value >= 0 && value < 1 ? 0 : -1
}
