import { createHash } from 'node:crypto'

/** @param {string} seed */
const digest = (seed) => createHash('sha256').update(`winnow-sample/${seed}`).digest('hex')

/**
 * A UUID (version 8: made by a rule of our own) that depends on the seed alone.
 * @param {string} seed
 */
export function seededUuid(seed) {
  const hex = digest(seed)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * A tool call id in the shape model servers give them.
 * @param {string} seed
 */
export function seededCallId(seed) {
  return `call_${digest(seed).slice(0, 24)}`
}
