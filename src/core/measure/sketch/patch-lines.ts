import type { Patch } from '#record'

/**
 * What a patch does, without where: per file its status and paths, then its added and deleted lines with their mark, white space folded, blank lines
 * left out. Files in order of their paths. Line numbers, index lines and context are not in it. Of a patch over the line cap only the lines up to it,
 * and the counts of all.
 */
export function patchLines(patch: Patch): string[] {
  return patch.files
    .map((file) => ({
      head: [
        file.status,
        file.oldPath ?? '/dev/null',
        file.newPath ?? '/dev/null',
        ...(patch.isCut ? [file.additions, file.deletions] : []),
      ],
      lines: file.hunks.flatMap(({ lines }) =>
        lines.flatMap(({ kind, text }) => (kind === 'context' || text.trim() === '' ? [] : `${kind === 'add' ? '+' : '-'} ${fold(text)}`)),
      ),
    }))
    .map(({ head, lines }) => [head.join(' '), ...lines])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : one > other ? 1 : 0))
    .flat()
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
