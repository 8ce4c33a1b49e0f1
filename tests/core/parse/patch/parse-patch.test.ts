import { describe, expect, it } from 'vitest'
import { parsePatch } from '#parse'
import type { Patch } from '#record'

const diff = (...lines: string[]): string => `${lines.join('\n')}\n`
const header = ['diff --git a/x.py b/x.py', 'index 1..2 100644', '--- a/x.py', '+++ b/x.py']
const counts = (patch: Patch): number[] => [patch.files.length, patch.additions, patch.deletions]

describe('parsePatch', () => {
  it('reads a hunk with its places, section and lines', () => {
    const patch = parsePatch(diff(...header, '@@ -3,2 +3,2 @@ def f():', ' a', '-b', '+c'))
    expect(patch.problems).toEqual([])
    expect(patch.files[0]).toMatchObject({ oldPath: 'x.py', newPath: 'x.py', status: 'modified', additions: 1, deletions: 1 })
    expect(patch.files[0]?.hunks[0]).toEqual({
      oldStart: 3,
      oldLines: 2,
      newStart: 3,
      newLines: 2,
      section: 'def f():',
      lines: [
        { kind: 'context', text: 'a', noNewline: false },
        { kind: 'delete', text: 'b', noNewline: false },
        { kind: 'add', text: 'c', noNewline: false },
      ],
    })
  })

  it('takes --- and +++ inside a hunk for lines, because the header counts them', () => {
    const patch = parsePatch(diff(...header, '@@ -1,2 +1,2 @@', '--- old', '+++ new', ' @@ -1 +1 @@'))
    expect(counts(patch)).toEqual([1, 1, 1])
    expect(patch.files[0]?.hunks[0]?.lines.map((line) => line.text)).toEqual(['-- old', '++ new', '@@ -1 +1 @@'])
  })

  it('keeps the CR of CRLF lines and drops it from paths and modes', () => {
    const patch = parsePatch(
      diff('diff --git a/x b/x\r', 'old mode 100644\r', 'new mode 100755\r', '--- a/x\r', '+++ b/x\r', '@@ -1 +1 @@ f\r', '-a\r', '+b\r'),
    )
    expect(patch.files[0]).toMatchObject({ oldPath: 'x', newPath: 'x', oldMode: '100644', newMode: '100755' })
    expect(patch.files[0]?.hunks[0]).toMatchObject({ section: 'f', lines: [{ text: 'a\r' }, { text: 'b\r' }] })
  })

  it('puts the no-newline mark on the line above it, inside and at the end of a hunk', () => {
    const patch = parsePatch(diff(...header, '@@ -1 +1 @@', '-a', '\\ No newline at end of file', '+b', '\\ No newline at end of file'))
    expect(patch.files[0]?.hunks[0]?.lines.map((line) => line.noNewline)).toEqual([true, true])
    expect(patch.problems).toEqual([])
  })

  it('decodes quoted paths as UTF-8 and keeps spaces, tabs and quotes', () => {
    const named = (old: string, now: string): (string | null | undefined)[] => {
      const file = parsePatch(diff(`diff --git ${old} ${now}`, 'old mode 100644', 'new mode 100755')).files[0]
      return [file?.oldPath, file?.newPath, file?.status]
    }
    expect(named('"a/caf\\303\\251"', '"b/caf\\303\\251"')).toEqual(['café', 'café', 'mode'])
    expect(named('a/b c b/d', 'b/b c b/d')).toEqual(['b c b/d', 'b c b/d', 'mode'])
    expect(named('"a/t\\tab\\"\\\\"', '"b/t\\tab\\"\\\\"')).toEqual(['t\tab"\\', 't\tab"\\', 'mode'])
    expect(named('a/plain', '"b/qu\\"ote"')).toEqual(['plain', 'qu"ote', 'mode'])
  })

  it('tells created and deleted files by /dev/null and by mode lines', () => {
    const plain = parsePatch(diff('--- /dev/null', '+++ b/new', '@@ -0,0 +1 @@', '+x', '--- a/old', '+++ /dev/null', '@@ -1 +0,0 @@', '-x'))
    expect(plain.files.map((file) => [file.oldPath, file.newPath, file.status])).toEqual([
      [null, 'new', 'added'],
      ['old', null, 'deleted'],
    ])
    const empty = parsePatch(diff('diff --git a/e b/e', 'new file mode 100644', 'index 0000000..e69de29'))
    expect(empty.files[0]).toMatchObject({ oldPath: null, newPath: 'e', status: 'added', newMode: '100644' })
  })

  it('says where each file begins, whichever way it is written', () => {
    const text = diff('a mail', ...header, '@@ -1 +1 @@', '-\ud83d\ude00', '+b', '--- a/old', '+++ b/new', '@@ -1 +1 @@', '-x', '+y')
    const { files } = parsePatch(text)
    expect(files.map(({ start }) => text.slice(start).split('\n')[0])).toEqual(['diff --git a/x.py b/x.py', '--- a/old'])
  })

  it('cuts dates from plain headers and leaves unprefixed paths whole', () => {
    const patch = parsePatch(
      diff('--- src/my file.c\t2026-01-01 10:00:00.0 +0000', '+++ src/my file.c 2026-01-01 10:00:01', '@@ -1 +1 @@', '-a', '+b'),
    )
    expect(patch.files[0]).toMatchObject({ oldPath: 'src/my file.c', newPath: 'src/my file.c', status: 'modified' })
  })

  it('says nothing about mail heads, signatures and what svn writes between files', () => {
    const patch = parsePatch(
      diff('From 1234', 'Subject: x', '', ...header, '@@ -1 +1 @@', '-a', '+b', '-- ', '2.39.5', '', 'Index: y', '='.repeat(67)),
    )
    expect(patch.problems).toEqual([])
  })

  it('reports a truncated hunk and still reads the next file', () => {
    const patch = parsePatch(
      diff(...header, '@@ -1,9 +1,9 @@', ' a', '+b', 'diff --git a/y b/y', '--- a/y', '+++ b/y', '@@ -1 +1 @@', '-a', '+b'),
    )
    expect(counts(patch)).toEqual([2, 2, 1])
    expect(patch.problems).toEqual(['line 5: the hunk header counts 9 old and 9 new lines, 1 and 2 follow'])
  })

  it('reports lines beyond the counts, unreadable hunk headers, hunks without a file and text without any patch', () => {
    expect(parsePatch(diff(...header, '@@ -1 +1 @@', '-a', '+b', '+c', '+d')).problems).toEqual(['line 8: 2 lines belong to no hunk'])
    expect(parsePatch(diff(...header, '@@ ... @@', '+b')).problems).toEqual([
      'line 5: unreadable hunk header "@@ ... @@"',
      'line 6: 1 line belongs to no hunk',
    ])
    expect(parsePatch(diff('@@ -1 +1 @@', '-a', '+b')).problems[0]).toBe('line 1: a hunk without a file header')
    expect(parsePatch('no patch here').problems).toEqual(['line 1: no file header was found in the text'])
    expect(parsePatch(diff(...header, ...Array.from({ length: 500 }, () => '@@ x'))).problems).toHaveLength(100)
  })

  it('is empty for an empty text', () => {
    expect(parsePatch('')).toEqual({ files: [], additions: 0, deletions: 0, problems: [], isCut: false })
  })

  it('counts a million lines exactly, keeps as many as the limit says, and takes seconds at most', () => {
    const text = `${header.join('\n')}\n@@ -0,0 +1,1000000 @@\n${'+x\n'.repeat(1_000_000)}`
    const start = performance.now()
    const patch = parsePatch(text)
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(counts(patch)).toEqual([1, 1_000_000, 0])
    expect(patch.isCut).toBe(true)
    expect(patch.files[0]?.hunks[0]?.lines).toHaveLength(200_000)
    expect(parsePatch(text, { keptLines: 0 })).toMatchObject({ additions: 1_000_000, isCut: true, files: [{ hunks: [] }] })
  })
})
