import { draftFile, type FileDraft } from './file-draft.ts'
import { fieldPath, gitLinePaths, markedPath } from './git-path.ts'
import type { LineReader } from './line-reader.ts'

const GIT_LINE = 'diff --git '

type Field = [start: string, apply: (draft: FileDraft, value: string) => void]

const EXTENDED: Field[] = [
  ['--- ', (draft, value) => setOld(draft, markedPath(value, 'a'))],
  ['+++ ', (draft, value) => setNew(draft, markedPath(value, 'b'))],
  ['old mode ', (draft, value) => assign(draft, { oldMode: value.trim() })],
  ['new mode ', (draft, value) => assign(draft, { newMode: value.trim() })],
  ['deleted file mode ', (draft, value) => assign(draft, { change: 'deleted', oldMode: value.trim() })],
  ['new file mode ', (draft, value) => assign(draft, { change: 'added', newMode: value.trim() })],
  ['copy from ', (draft, value) => assign(draft, { change: 'copied', oldPath: fieldPath(value) })],
  ['copy to ', (draft, value) => assign(draft, { change: 'copied', newPath: fieldPath(value) })],
  ['rename from ', (draft, value) => assign(draft, { change: 'renamed', oldPath: fieldPath(value) })],
  ['rename to ', (draft, value) => assign(draft, { change: 'renamed', newPath: fieldPath(value) })],
  ['rename old ', (draft, value) => assign(draft, { change: 'renamed', oldPath: fieldPath(value) })],
  ['rename new ', (draft, value) => assign(draft, { change: 'renamed', newPath: fieldPath(value) })],
  ['similarity index ', () => {}],
  ['dissimilarity index ', () => {}],
  ['index ', (draft, value) => setIndexMode(draft, value)],
]

/**
 * Reads a file header at the reader's place, git's (`diff --git`) or plain (`---`, `+++`, then a hunk), and stands behind it.
 * Null when there is none. `problem` says what the header lacks.
 */
export function readFileHeader(reader: LineReader): { draft: FileDraft; problem: string | null } | null {
  const line = reader.peek()
  if (line?.startsWith(GIT_LINE)) return readGitHeader(reader, line.slice(GIT_LINE.length))
  if (!line?.startsWith('--- ') || !isPlainHeader(reader)) return null
  const draft = draftFile(markedPath(line.slice(4), 'a'), markedPath(reader.ahead(1)?.slice(4) ?? '', 'b'))
  reader.advance()
  reader.advance()
  return { draft, problem: null }
}

function isPlainHeader(reader: LineReader): boolean {
  return (reader.ahead(1)?.startsWith('+++ ') ?? false) && (reader.ahead(2)?.startsWith('@@ -') ?? false)
}

/** As git does, a `diff --git` line with no header line behind it is no header. */
function readGitHeader(reader: LineReader, names: string): { draft: FileDraft; problem: string | null } | null {
  if (fieldOf(reader.ahead(1)) === null) return null
  reader.advance()
  const paths = gitLinePaths(names)
  const draft = draftFile(paths?.oldPath ?? null, paths?.newPath ?? null)
  for (let field = fieldOf(reader.peek()); field !== null; field = fieldOf(reader.peek())) {
    field.apply(draft, field.value)
    reader.advance()
  }
  const isNamed = draft.oldPath !== null || draft.newPath !== null
  return { draft, problem: isNamed ? null : `the header names no file: diff --git ${names.trim()}` }
}

function fieldOf(line: string | null): { apply: Field[1]; value: string } | null {
  const field = line === null ? undefined : EXTENDED.find(([start]) => line.startsWith(start))
  return field && line !== null ? { apply: field[1], value: line.slice(field[0].length) } : null
}

function setOld(draft: FileDraft, path: string | null): void {
  if (path === null && draft.change === null) draft.change = 'added'
  if (path !== null) draft.oldPath = path
}

function setNew(draft: FileDraft, path: string | null): void {
  if (path === null && draft.change === null) draft.change = 'deleted'
  if (path !== null) draft.newPath = path
}

/** `index abc..def 100644`: the mode of both sides when it did not change. */
function setIndexMode(draft: FileDraft, value: string): void {
  const mode = /^\S+ (\d{6})\s*$/.exec(value)?.[1]
  if (mode === undefined || draft.change === 'added' || draft.change === 'deleted') return
  draft.oldMode ??= mode
  draft.newMode ??= mode
}

function assign(draft: FileDraft, known: Partial<FileDraft>): void {
  Object.assign(draft, known)
}
