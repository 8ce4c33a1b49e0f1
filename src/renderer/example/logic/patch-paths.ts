import type { PatchFileSummary } from '../types.ts'

const LETTERS = { added: 'A', deleted: 'D', modified: 'M', renamed: 'R', copied: 'C', mode: 'T' } as const

/** git's letter for what a patch does to a file. */
export function statusLetter(file: PatchFileSummary): string {
  return LETTERS[file.status]
}

/** The path to show: the new one, or the old one of a deleted file. */
export function pathOf(file: PatchFileSummary): string {
  return file.newPath ?? file.oldPath ?? '(no path)'
}

/** What else is to say of a file: renamed from where, a new mode, binary. */
export function remarksOf(file: PatchFileSummary): string[] {
  const remarks: string[] = []
  if ((file.status === 'renamed' || file.status === 'copied') && file.oldPath !== null) remarks.push(`${file.status} from ${file.oldPath}`)
  if (file.oldMode !== null && file.newMode !== null && file.oldMode !== file.newMode)
    remarks.push(`mode ${file.oldMode} to ${file.newMode}`)
  if (file.binary) remarks.push('binary')
  return remarks
}
