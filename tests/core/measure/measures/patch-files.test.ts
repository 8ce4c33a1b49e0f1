import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import { buildExample } from '../../../support/examples.ts'
import { measuring } from '../../../support/measuring.ts'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../../fixtures/patches', `${name}.diff`), 'utf8')
const measured = (patch: string, ...ids: string[]) => measureExample(buildExample({ patch }), measuring(...ids))

describe('files of a patch', () => {
  it('are counted by status', () => {
    const patch = ['new-files', 'deleted', 'rename', 'copy', 'modified', 'binary'].map(fixture).join('')
    const ids = ['diff_files', 'diff_files_added', 'diff_files_deleted', 'diff_files_renamed', 'diff_binary_files', 'patch_statuses']
    const { patch_statuses: statuses, ...values } = measured(patch, ...ids)
    const tally = new Map((statuses as { key: string; amounts: number[] }[]).map(({ key, amounts }) => [key, amounts[0] ?? 0]))
    expect(tally.get('renamed')).toBe(values.diff_files_renamed)
    expect(tally.get('deleted')).toBe(values.diff_files_deleted)
    expect((tally.get('added') ?? 0) + (tally.get('copied') ?? 0)).toBe(values.diff_files_added)
    expect([...tally.values()].reduce((sum, files) => sum + files, 0)).toBe(values.diff_files)
    for (const id of ids.slice(1, 5)) expect(values[id], id).toBeGreaterThan(0)
  })

  it('are tallied by extension, and the tally adds up to the patch', () => {
    const patch =
      'diff --git a/A.PY b/A.PY\n--- a/A.PY\n+++ b/A.PY\n@@ -1 +1,2 @@\n-x\n+y\n+z\n' +
      'diff --git a/Makefile b/Makefile\n--- a/Makefile\n+++ b/Makefile\n@@ -1 +0,0 @@\n-x\n' +
      'diff --git a/.gitignore b/.gitignore\nold mode 100644\nnew mode 100755\n'
    expect(measured(patch, 'patch_extensions').patch_extensions).toEqual([
      { key: 'py', amounts: [1, 2, 1] },
      { key: '', amounts: [2, 0, 1] },
    ])
  })

  it('with ever new extensions keep the tally small', () => {
    const names = Array.from({ length: 300 }, (_, i) => `f.x${i}`)
    const patch = names.map((path) => `diff --git a/${path} b/${path}\nold mode 100644\nnew mode 100755\n`).join('')
    const tally = measured(patch, 'patch_extensions').patch_extensions as { key: string; amounts: number[] }[]
    expect(tally).toHaveLength(101)
    expect(tally.at(-1)).toEqual({ key: '…', amounts: [200, 0, 0] })
  })
})

describe('a monster patch', () => {
  const patch = `diff --git a/a.txt b/a.txt\nnew file mode 100644\n--- /dev/null\n+++ b/a.txt\n@@ -0,0 +1,300000 @@\n${'+x\n'.repeat(300_000)}`

  it('is counted whole and says that it was cut', () => {
    const values = measured(patch, 'is_diff_cut', 'diff_additions', 'diff_files', 'patch_add')
    expect(values).toEqual({ is_diff_cut: true, diff_additions: 300_000, diff_files: 1, patch_add: 300_000 })
  })

  it('is told from one that was not', () => {
    expect(measured(fixture('modified'), 'is_diff_cut').is_diff_cut).toBe(false)
  })
})
