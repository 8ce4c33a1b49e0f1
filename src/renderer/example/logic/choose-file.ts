import type { TouchedFile } from '../evidence/files-query.ts'

/** Changed files first, then those that were only looked at; in the order the run touched them. */
export function inOrderOfUse(files: readonly TouchedFile[]): TouchedFile[] {
  return [...files.filter(({ editSteps }) => editSteps.length > 0), ...files.filter(({ editSteps }) => editSteps.length === 0)]
}

/** The file to show at a step while nobody chose one: the last changed by then, else the last looked at, else the first. */
export function fileOfStep(files: readonly TouchedFile[], step: number): TouchedFile | undefined {
  return latest(files, step, 'editSteps') ?? latest(files, step, 'viewSteps') ?? files[0]
}

function latest(files: readonly TouchedFile[], step: number, kind: 'editSteps' | 'viewSteps'): TouchedFile | undefined {
  let best: { file: TouchedFile; at: number } | undefined
  for (const file of files) {
    const at = file[kind].findLast((one) => one <= step)
    if (at !== undefined && (!best || at > best.at)) best = { file, at }
  }
  return best?.file
}
