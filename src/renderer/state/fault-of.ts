import type { z } from 'zod'
import type { fault } from '#contract'

/** A failure as the contract tells it: what went wrong, the culprit, and what to do. */
export type Fault = z.infer<typeof fault>

/** Reads the Fault out of whatever a call threw. What is not one is the connection or a bug, and says so. */
export function faultOf(error: unknown): Fault {
  const data = (error as { data?: unknown } | null)?.data
  if (isFault(data)) return data
  if (isFault(error)) return error
  const message = error instanceof Error && error.message ? error.message : 'Something failed without saying why.'
  return { kind: 'internal', message, culprit: null, remedy: 'Try again; if it goes on, restart Winnow.' }
}

function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null) return false
  const { kind, message, culprit, remedy } = value as Record<string, unknown>
  return typeof kind === 'string' && typeof message === 'string' && culprit !== undefined && remedy !== undefined
}

/** True when the work was stopped on purpose: nothing to tell. */
export function isCancelled(error: unknown): boolean {
  return (error instanceof Error && error.name === 'AbortError') || faultOf(error).kind === 'cancelled'
}
