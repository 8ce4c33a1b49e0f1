import { ORPCError } from '@orpc/client'
import { type Fault, toFault } from '#record'

/** The Fault in whatever a command threw: the contract's own, or one made from it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ORPCError && error.code === 'FAULT') return error.data as Fault
  return toFault(error)
}

/** A Fault as people read it in a terminal. */
export function faultLines({ message, remedy }: Fault): string {
  return remedy === null ? `winnow: ${printable(message)}` : `winnow: ${printable(message)}\n  ${printable(remedy)}`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Row text in a terminal must not move the cursor, colour it or turn it round: controls and bidi marks are shown as codes. */
export function printable(text: string): string {
  return text.replace(CONTROLS, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
