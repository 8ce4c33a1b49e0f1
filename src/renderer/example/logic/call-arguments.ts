import type { CallView } from '../types.ts'

/**
 * A call's arguments for reading: what its drawing does not already show. JSON objects lose the named keys and are written
 * `key: value`, a line each; anything else comes as it was.
 */
export function argumentsFor(call: Pick<CallView, 'argumentsText' | 'argumentsError'>, shown: readonly string[] = []): string {
  const { text, size } = call.argumentsText
  if (call.argumentsError !== null || size > text.length) return text
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return text.trim()
  return Object.entries(value)
    .filter(([key]) => !shown.includes(key))
    .map(([key, one]) => `${key}: ${typeof one === 'string' ? one : jsonFor(one)}`)
    .join('\n')
}

/** On one line when it fits, indented when not. */
function jsonFor(value: unknown): string {
  const line = JSON.stringify(value)
  return line.length <= 80 ? line : JSON.stringify(value, null, 2)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
