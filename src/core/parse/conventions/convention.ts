import type { KnownHarness } from '../harness-names.ts'

/** How a harness marks its observations. Texts are given without the harness's heading. */
export interface Convention {
  harness: KnownHarness
  /** The exit code the text states; null when it states none. */
  exitCode(text: string): number | null
  /** True when the text carries the harness's error mark; an exit code of 0 outweighs marks that a command could have printed itself. */
  isError(text: string, answered: Answered): boolean
  /** True when the harness cut the observation. */
  isTruncated(text: string): boolean
}

/** What is known of an observation besides its text. */
export interface Answered {
  /** The answered call ran a command. */
  isShell: boolean
  exitCode: number | null
}

/** Marks stand at an observation's ends; a 20 MB one is not searched whole. */
const EDGE = 4000

/** The beginning of a text. */
export function headOf(text: string): string {
  return text.slice(0, EDGE)
}

/** The end of a text. */
export function tailOf(text: string): string {
  return text.slice(-EDGE)
}

/** Both ends of a text; a short one whole. */
export function edgesOf(text: string): string {
  return text.length <= 2 * EDGE ? text : `${headOf(text)}\n${tailOf(text)}`
}
