import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadRuleBook } from '../../../src/core/workbench/rule-book.ts'

const RESOURCES = resolve(import.meta.dirname, '../../../resources')

const RULE = 'rules:\n  - {id: mine, version: 1, title: Mine, help: Of mine., severity: low, drop: calls > 1, says: too many}\n'

/** The book of a workspace that holds these files. */
async function bookOf(files: Record<string, string>) {
  const workspace = await mkdtemp(join(tmpdir(), 'winnow-book-'))
  onTestFinished(() => rm(workspace, { recursive: true, force: true }))
  for (const folder of ['rules', 'benchmarks']) await mkdir(join(workspace, folder))
  for (const [name, text] of Object.entries(files)) await writeFile(join(workspace, name), text)
  return loadRuleBook({ resourcesDir: RESOURCES, workspacePath: workspace })
}

describe("a workspace's rule book", () => {
  it('has what ships, and what stands in its own folders', async () => {
    const book = await bookOf({ 'rules/mine.yaml': RULE, 'rules/notes.md': 'no pack', 'benchmarks/Held-out.txt': 'owner/name#1\n' })
    expect(book.faults).toEqual([])
    expect(book.find('mine')).toMatchObject({ pack: 'mine' })
    expect(book.find('token-limit')).toMatchObject({ pack: 'basics' })
    expect(book.lists.find(({ name }) => name === 'held-out')?.tasks).toEqual(['owner/name#1'])
    expect(book.lists.map(({ name }) => name)).toContain('swe-bench-verified')
  })

  it('tells what it could not read, and has all the rest', async () => {
    const book = await bookOf({
      'rules/broken.yaml': 'rules: [',
      'rules/mine.yaml': RULE,
      'benchmarks/broken.txt': 'what is this\n',
      'benchmarks/swe-bench-lite.txt': 'owner/name#1\n',
    })
    expect(book.find('mine')).toBeDefined()
    expect(book.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('benchmarks/broken.txt, line 1: "what is this"'),
      expect.stringContaining('benchmarks/swe-bench-lite.txt: there is a list "swe-bench-lite" already'),
      expect.stringContaining('rules/broken.yaml, line 1: '),
    ])
  })

  it.each(['verdict', 'decision', 'is_disputed', 'tags', 'masked_messages'])('has no rule that hangs on %s', async (column) => {
    const { faults } = await bookOf({ 'rules/mine.yaml': RULE.replace('calls > 1', `${column} != null`) })
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining(column)])
  })

  it('is what ships alone where the folders are not there', async () => {
    const book = await loadRuleBook({ resourcesDir: RESOURCES, workspacePath: join(tmpdir(), 'winnow-nowhere') })
    expect(book.faults).toEqual([])
    expect(book.find('resolved-label')).toBeDefined()
  })
})
