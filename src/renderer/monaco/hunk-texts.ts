import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract'

type Hunk = InferContractRouterOutputs<Contract>['example']['patchFile']['hunks'][number]

/** What stands between two hunks. */
interface Gap {
  /** Line of the side's text, from 1, that says so. */
  line: number
  /** Lines of the file that are not in the patch; null when the patch does not tell. */
  skipped: number | null
}

/** One side of a file as far as a patch shows it. */
export interface SideText {
  text: string
  /** The file's line number of each line of `text`; null for a gap and for filler. */
  numbers: (number | null)[]
  gaps: Gap[]
}

/** Both sides of a file, rebuilt from its hunks. */
export interface HunkTexts {
  original: SideText
  modified: SideText
}

/** Rebuilds what the hunks show of the old and the new file; a gap is one line on each side naming what is left out. */
export function hunkTexts(hunks: readonly Hunk[]): HunkTexts {
  const original = new Side()
  const modified = new Side()
  let oldEnd = 1
  let newEnd = 1
  for (const [i, hunk] of hunks.entries()) {
    const skipped = Math.max(0, hunk.oldStart - oldEnd)
    if (i > 0 || skipped > 0 || hunk.newStart > newEnd) {
      const label = gapLabel(skipped, hunk.section)
      original.gap(label, skipped)
      modified.gap(label, Math.max(0, hunk.newStart - newEnd))
    }
    const ends = addHunk(hunk, original, modified)
    oldEnd = ends.old
    newEnd = ends.new
  }
  return { original: original.done(), modified: modified.done() }
}

function addHunk(hunk: Hunk, original: Side, modified: Side): { old: number; new: number } {
  let old = hunk.oldStart
  let fresh = hunk.newStart
  for (const line of hunk.lines) {
    const text = line.text.endsWith('\r') ? line.text.slice(0, -1) : line.text
    if (line.kind !== 'add') original.line(text, old++)
    if (line.kind !== 'delete') modified.line(text, fresh++)
    if (line.noNewline && line.kind !== 'add') original.note(NO_NEWLINE)
    if (line.noNewline && line.kind !== 'delete') modified.note(NO_NEWLINE)
  }
  return { old, new: fresh }
}

const NO_NEWLINE = '\\ No newline at end of file'

function gapLabel(skipped: number, section: string): string {
  const count = skipped > 0 ? `${skipped.toLocaleString('en')} line${skipped === 1 ? '' : 's'} not in the patch` : 'not in the patch'
  return `⋯ ${count}${section.trim() === '' ? '' : ` · ${section.trim().slice(0, 200)}`}`
}

class Side {
  private readonly lines: string[] = []
  private readonly numbers: (number | null)[] = []
  private readonly gaps: Gap[] = []

  line(text: string, number: number): void {
    // Monaco breaks lines at these too, which would shift every number behind them.
    this.lines.push(text.replace(/[\r\u2028\u2029\n]/g, ' '))
    this.numbers.push(number)
  }

  note(text: string): void {
    this.lines.push(text)
    this.numbers.push(null)
  }

  gap(label: string, skipped: number): void {
    this.note(label)
    this.gaps.push({ line: this.lines.length, skipped: skipped > 0 ? skipped : null })
  }

  done(): SideText {
    return { text: this.lines.join('\n'), numbers: this.numbers, gaps: this.gaps }
  }
}
