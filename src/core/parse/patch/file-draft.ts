import type { Hunk, PatchFile, PatchStatus } from '#record'

/** A file patch while its header is being read. */
export interface FileDraft {
  /** See `PatchFile.start`. */
  start: number
  oldPath: string | null
  newPath: string | null
  change: 'added' | 'deleted' | 'renamed' | 'copied' | null
  oldMode: string | null
  newMode: string | null
  binary: boolean
  additions: number
  deletions: number
  hasHunks: boolean
  hunks: Hunk[]
}

/** A draft with nothing known but its paths. */
export function draftFile(oldPath: string | null, newPath: string | null): FileDraft {
  return {
    start: 0,
    oldPath,
    newPath,
    change: null,
    oldMode: null,
    newMode: null,
    binary: false,
    additions: 0,
    deletions: 0,
    hasHunks: false,
    hunks: [],
  }
}

/** The finished file: status told from what the header said, the side that does not exist being null. */
export function finishFile(draft: FileDraft): PatchFile {
  const { change: _, hasHunks: __, ...file } = draft
  const status = statusOf(draft)
  if (status === 'added') file.oldPath = null
  if (status === 'deleted') file.newPath = null
  return { ...file, status, ...(draft.binary ? { additions: 0, deletions: 0 } : {}) }
}

function statusOf(draft: FileDraft): PatchStatus {
  if (draft.change !== null) return draft.change
  if (draft.oldPath === null && draft.newPath !== null) return 'added'
  if (draft.newPath === null && draft.oldPath !== null) return 'deleted'
  const isModeOnly = draft.newMode !== null && draft.newMode !== draft.oldMode && !draft.hasHunks && !draft.binary
  return isModeOnly ? 'mode' : 'modified'
}
