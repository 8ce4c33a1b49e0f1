import type { FileAt } from '../evidence/files-query.ts'

/** One side of a diff: see the diff view. */
export interface FileSide {
  text: string
  numbers: (number | null)[]
  gaps: { line: number; skipped: number | null }[]
}

/** A file as a side of a diff: each line with its number in the file, stretches the run never showed as gaps. */
export function fileSide({ piece, gaps }: Pick<FileAt, 'piece' | 'gaps'>): FileSide {
  // Monaco breaks lines at these too, which would shift every number behind them.
  const lines = piece.text === '' && piece.size === 0 ? [] : piece.text.replace(/[\r\u2028\u2029]/g, ' ').split('\n')
  const unseen = new Map(gaps.map((gap) => [gap.line, gap]))
  let next = 1
  const numbers = lines.map((_, i) => {
    const gap = unseen.get(i + 1)
    if (!gap) return next++
    next = (gap.last ?? gap.first) + 1
    return null
  })
  const skipped = gaps
    .filter(({ line }) => line <= lines.length)
    .map(({ line, first, last }) => ({ line, skipped: last === null ? null : last - first + 1 }))
  return { text: lines.join('\n'), numbers, gaps: skipped }
}
