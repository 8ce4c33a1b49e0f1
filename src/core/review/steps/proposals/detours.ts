import { deadFiles } from './dead-files.ts'
import type { Proposal } from './proposal.ts'
import { repeats } from './repeats.ts'
import type { Turn } from './run-turns.ts'
import { takenBackEdits } from './taken-back-edits.ts'

/** Work that left nothing behind: edits taken back, files nobody used before they went, and calls made again for nothing. */
export function detours(turns: readonly Turn[]): Proposal[] {
  return [...takenBackEdits(turns), ...deadFiles(turns), ...repeats(turns)]
}
