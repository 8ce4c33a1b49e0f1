import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type VerifyProblem, verifyFolder } from '#export'
import type { LedgerEntry } from '#record'
import { sealOf } from '../../../../src/core/export/verify/seal-of.ts'
import { draft, extend } from '../../review/ledger-builder.ts'
import { freshFolder } from '../export-desk.ts'
import { change, exportReviewed } from './reviewed-export.ts'

const ROWS = 'open_swe_sft.jsonl'

/** What people said of the six rows in most tests: ana accepts one that the recipe drops, bo rejects one that it keeps. */
const answers = [
  { row: 2, kind: 'accept' as const, reason: 'label-wrong' },
  { row: 3, kind: 'reject' as const, reviewer: 'bo', reason: 'wrong-fix' },
]

async function problemsOf(out: string): Promise<VerifyProblem[]> {
  const checking = verifyFolder(out)
  let step = await checking.next()
  while (!step.done) step = await checking.next()
  return step.value.problems.list
}

/** Gives an edited manifest a hash of its own that fits. */
async function reseal(out: string, edit: (manifest: Record<string, unknown>) => void): Promise<void> {
  await change(out, 'manifest.json', (text) => {
    const manifest = JSON.parse(text)
    edit(manifest)
    return `${JSON.stringify({ ...manifest, sha256: sealOf(manifest) }, null, 2)}\n`
  })
}

describe('an export as it was written', () => {
  it('has nothing wrong with it, with answers and without, in one part and in several', async () => {
    expect(await problemsOf(await exportReviewed({ answers }))).toEqual([])
    expect(await problemsOf(await exportReviewed())).toEqual([])
    const splits = { by: 'repo' as const, shares: { train: 0.8, validation: 0, test: 0.2 }, seed: 1 }
    expect(await problemsOf(await exportReviewed({ answers, splits }))).toEqual([])
  })

  it('is proved all the same where Git and the Hub put files of theirs', async () => {
    const out = await exportReviewed({ answers })
    await writeFile(join(out, '.gitattributes'), '*.jsonl filter=lfs\n')
    expect(await problemsOf(out)).toEqual([])
  })
})

describe('a byte that was changed', () => {
  it('is found wherever it is, in whichever file', async () => {
    const out = await exportReviewed({ answers })
    const names = await readdir(out)
    const isFound = async (name: string, share: number, bit: number) => {
      const path = join(out, name)
      const whole = await readFile(path)
      const at = Math.min(whole.length - 1, Math.floor(share * whole.length))
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      await writeFile(path, changed)
      const found = await problemsOf(out).catch((error) => [error])
      await writeFile(path, whole)
      expect(found.length, `${name}, byte ${at}, bit ${bit}`).toBeGreaterThan(0)
    }
    for (const name of names) await isFound(name, 1, 0)
    const anyByte = fc.asyncProperty(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 7 }), isFound)
    await fc.assert(anyByte, { numRuns: 40 })
    expect(await problemsOf(out)).toEqual([])
  })
})

describe('what is named', () => {
  it('the row a byte was changed in', async () => {
    const out = await exportReviewed({ answers })
    await change(out, ROWS, (text) => text.replace('Fix bug 1.', 'Fix bug 7.'))
    const problems = await problemsOf(out)
    expect(problems.map(({ kind, where }) => [kind, where])).toEqual([
      ['file', ROWS],
      ['row', `${ROWS}:2`],
    ])
    expect(problems[1]?.message).toContain('run-1')
  })

  it('a row that was removed, and none of those behind it', async () => {
    const out = await exportReviewed({ answers })
    await change(out, ROWS, (text) => text.replace(/.*Fix bug 1\..*\n/, ''))
    const rows = (await problemsOf(out)).filter(({ kind }) => kind === 'row')
    expect(rows).toEqual([{ kind: 'row', where: `${ROWS}:2`, message: `The row of run-1 is missing from ${ROWS}: it was line 2.` }])
  })

  it('a row that was put in, and one that stands twice', async () => {
    const out = await exportReviewed({ answers })
    await change(out, ROWS, (text) => `${text}{"foreign":true}\n${text.split('\n')[0]}\n`)
    expect((await problemsOf(out)).filter(({ kind }) => kind === 'row').map(({ message }) => message)).toEqual([
      `Line 5 of ${ROWS} is no row of this export: it was added.`,
      `Line 6 of ${ROWS} is the row of run-0 once more, or out of its place.`,
    ])
  })

  it('two files that were exchanged', async () => {
    const out = await exportReviewed({ answers })
    await rename(join(out, 'recipe.yaml'), join(out, '.aside'))
    await rename(join(out, 'overrides.jsonl'), join(out, 'recipe.yaml'))
    await rename(join(out, '.aside'), join(out, 'overrides.jsonl'))
    const messages = (await problemsOf(out)).map(({ message }) => message)
    expect(messages).toContain('recipe.yaml holds what overrides.jsonl should: files were exchanged.')
    expect(messages).toContain('overrides.jsonl holds what recipe.yaml should: files were exchanged.')
  })

  it('a file that is missing, and one that the manifest does not list', async () => {
    const out = await exportReviewed({ answers })
    await rename(join(out, 'recipe.yaml'), join(out, 'other.yaml'))
    expect((await problemsOf(out)).map(({ kind, where }) => [kind, where])).toEqual([
      ['file', 'recipe.yaml'],
      ['file', 'other.yaml'],
    ])
  })

  it('a manifest that was edited', async () => {
    const out = await exportReviewed({ answers })
    await change(out, 'manifest.json', (text) => text.replace('"uri": "/data"', '"uri": "/nice"'))
    expect((await problemsOf(out)).map(({ message }) => message)).toContain(
      'manifest.json was edited: its own hash does not fit what it says.',
    )
  })

  it.each([
    ['its source', (manifest: Record<string, unknown>) => Object.assign(manifest, { sources: [] })],
    [
      'a policy of its plan',
      ({ plan }: Record<string, unknown>) => Object.assign((plan as { policies: object }).policies, { lost: 'refuse' }),
    ],
    ['its rows', (manifest: Record<string, unknown>) => Object.assign(manifest, { rows: { all: 5 } })],
  ])('a manifest that was edited in %s and given a hash of its own that fits', async (_what, edit) => {
    const out = await exportReviewed({ answers })
    await reseal(out, edit)
    expect((await problemsOf(out)).map(({ message }) => message)).toContain(
      'README.md was written for a manifest that says something else than this one.',
    )
  })

  it('an answer that was added to the shipped ledger, whatever row it is about', async () => {
    const out = await exportReviewed({ answers })
    await change(out, 'ledger.jsonl', (text) => {
      const entries: LedgerEntry[] = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      const more = extend(entries, draft('reject', { exampleId: 'run-0', contentHash: entries[0]?.contentHash ?? '', reviewer: 'mallory' }))
      return `${more.map((entry) => JSON.stringify(entry)).join('\n')}\n`
    })
    const problems = await problemsOf(out)
    expect(problems).toContainEqual({
      kind: 'ledger',
      where: 'ledger.jsonl:3',
      message: '1 entry was added to ledger.jsonl after the export (by mallory): the manifest ends at entry 2.',
    })
    expect(problems).toContainEqual({
      kind: 'decision',
      where: 'rows.jsonl',
      message: 'run-0 left, though mallory rejected it: ledger.jsonl, entry 3.',
    })
  })

  it('an accepted row that is told as kept by the recipe', async () => {
    const out = await exportReviewed({ answers })
    await change(out, 'rows.jsonl', (text) =>
      text.replace('"outcome":"accepted","by":["ana"],"seq":1', '"outcome":"recipe","by":[],"seq":null'),
    )
    expect((await problemsOf(out)).find(({ kind }) => kind === 'decision')?.message).toBe(
      'run-2 is told as kept by the recipe, and ledger.jsonl says that ana accepted it.',
    )
  })

  it('an instance in two splits', async () => {
    const splits = { by: 'repo' as const, shares: { train: 0.8, validation: 0, test: 0.2 }, seed: 1 }
    const out = await exportReviewed({ splits })
    await change(out, 'rows.jsonl', (text) => text.replace('owner__repo-4', 'owner__repo-0'))
    expect((await problemsOf(out)).find(({ kind }) => kind === 'split')?.message).toBe(
      'Instance owner__repo-0 is in train and in test: one leaks into the other.',
    )
  })
})

describe('a folder that is no export', () => {
  it('is refused', async () => {
    const out = await freshFolder()
    await expect(problemsOf(out)).rejects.toMatchObject({ fault: { kind: 'not-found', culprit: out } })
  })

  it('and so is one of another Winnow', async () => {
    const out = await exportReviewed()
    await change(out, 'manifest.json', (text) => text.replace('"format_version": 2', '"format_version": 3'))
    await expect(problemsOf(out)).rejects.toMatchObject({ fault: { kind: 'bad-input', remedy: 'Update Winnow.' } })
  })

  it('a manifest that names files elsewhere reads none of them', async () => {
    const out = await exportReviewed()
    await reseal(out, ({ files }) =>
      (files as { path: string }[]).push({ path: '../../etc/passwd', sha256: '0'.repeat(64), bytes: 1, rows: 0 } as never),
    )
    expect((await problemsOf(out)).map(({ message }) => message)).toContain(
      '../../etc/passwd is no name of a file in this folder; the manifest lists it.',
    )
  })
})
