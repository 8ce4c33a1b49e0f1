import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerEntry } from '#record'
import { sealOf } from '../../../../src/core/export/verify/seal-of.ts'
import { openWithRuns } from '../../../support/open-with-runs.ts'
import { lastEvent } from '../../../support/open-workbench.ts'
import { draft, extend } from '../../review/ledger-builder.ts'

const ROWS = 'train.jsonl'

let bench: Awaited<ReturnType<typeof openWithRuns>>
let whole = ''
let copies = 0

beforeAll(async () => {
  bench = await openWithRuns(['run-a', 'run-b', 'run-c', 'run-d'])
  for (const id of ['run-a', 'run-b', 'run-c']) await bench.client.review.decide({ id, kind: 'accept', reviewer: 'ana' })
  await bench.client.review.decide({ id: 'run-d', kind: 'reject', reviewer: 'ana' })
  whole = join(bench.folder, 'export')
  await lastEvent(await bench.client.export.run({ target: 'trl', out: whole }))
})
afterAll(() => bench?.remove())

async function verify(dir: string) {
  const last = await lastEvent(await bench.client.export.verify({ dir }))
  if (last?.kind !== 'done') throw new Error('it did not end')
  return last.result
}

/** A copy of the export with one file changed. */
async function changed(name: string, how: (text: string) => string): Promise<string> {
  copies += 1
  const dir = join(bench.folder, `copy-${copies}`)
  await cp(whole, dir, { recursive: true })
  const path = join(dir, name)
  await writeFile(path, how(await readFile(path, 'utf8')))
  return dir
}

/** Everything a person with the folder alone could put right again after an edit: hashes and sizes of files, the card's line, the manifest's own hash. */
async function forge(dir: string, edit: (manifest: Record<string, unknown>) => void): Promise<void> {
  const path = join(dir, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  const { files: before, sha256: _, ...body } = manifest
  edit(manifest)
  const { files: __, sha256: ___, ...edited } = manifest
  const card = join(dir, 'README.md')
  await writeFile(card, (await readFile(card, 'utf8')).replace(sealOf(body), sealOf(edited)))
  const { createHash } = await import('node:crypto')
  const files = await Promise.all(
    (before as { path: string; rows: number }[]).map(async ({ path: name, rows }) => {
      const bytes = await readFile(join(dir, name))
      return { path: name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, rows }
    }),
  )
  const sealed = { ...manifest, files }
  await writeFile(path, `${JSON.stringify({ ...sealed, sha256: sealOf(sealed) }, null, 2)}\n`)
}

describe('an export verified by the workspace that made it', () => {
  it('has every row made anew, and nothing is wrong', async () => {
    expect(await verify(whole)).toMatchObject({ ok: true, by: 'workspace', target: 'trl', rows: 3, problems: [], more: 0 })
  })

  it('names a changed byte, a removed row and an edited manifest as the folder alone does', async () => {
    const byte = await changed(ROWS, (text) => text.replace('"content":"', '"content":"x'))
    const removed = await changed(ROWS, (text) => text.slice(text.indexOf('\n') + 1))
    const edited = await changed('manifest.json', (text) => text.replace('"lost": "take"', '"lost": "refuse"'))
    expect((await verify(byte)).problems.map(({ kind }) => kind)).toEqual(['file', 'row'])
    expect((await verify(removed)).problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('The row of run-a is missing'),
    )
    expect((await verify(edited)).problems[0]).toMatchObject({ kind: 'manifest', where: 'manifest.json' })
  })

  it('names two files that were exchanged', async () => {
    const dir = await changed('recipe.yaml', (text) => text)
    const [recipe, card] = await Promise.all(['recipe.yaml', 'README.md'].map((name) => readFile(join(dir, name))))
    await writeFile(join(dir, 'recipe.yaml'), card ?? '')
    await writeFile(join(dir, 'README.md'), recipe ?? '')
    expect((await verify(dir)).problems).toContainEqual({
      kind: 'file',
      where: 'recipe.yaml',
      message: 'recipe.yaml holds what README.md should: files were exchanged.',
    })
  })

  it('finds a row that was edited where every hash in the folder was put right', async () => {
    const { createHash } = await import('node:crypto')
    const hashOf = (line: string) => createHash('sha256').update(line).digest('hex')
    let [before, after] = ['', '']
    const dir = await changed(ROWS, (text) => {
      const [first = ''] = text.split('\n')
      const edited = first.replace('"content":"', '"content":"poisoned ')
      ;[before, after] = [hashOf(first), hashOf(edited)]
      return text.replace(first, edited)
    })
    const index = join(dir, 'rows.jsonl')
    await writeFile(index, (await readFile(index, 'utf8')).replace(before, after))
    await forge(dir, () => undefined)
    expect((await verify(dir)).problems.map(({ kind, where }) => [kind, where])).toEqual([['row', `${ROWS}:1`]])
  })

  it('finds a manifest that was edited where every hash in the folder was put right', async () => {
    const dir = await changed('recipe.yaml', (text) => text)
    await forge(dir, ({ plan, sources }) => {
      Object.assign((plan as { choice: object }).choice, { outcome: 'accepted', limit: 1 })
      Object.assign((sources as object[])[0] ?? {}, { uri: '/somewhere/else' })
    })
    const { problems } = await verify(dir)
    expect(problems.map(({ kind }) => kind)).toContain('source')
    expect(problems.map(({ message }) => message)).toContain('The source /somewhere/else is not in this workspace.')
  })

  it('finds an answer that was put behind the shipped ledger', async () => {
    const dir = await changed('ledger.jsonl', (text) => {
      const entries: LedgerEntry[] = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      const late = draft('reject', { exampleId: 'run-b', contentHash: entries[1]?.contentHash ?? '', reviewer: 'mallory' })
      const more = extend(entries, late, () => new Date('2099-01-01'))
      return more.map((entry) => `${JSON.stringify(entry)}\n`).join('')
    })
    const found = await verify(dir)
    expect(found.by).toBe('workspace')
    expect(found.problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['file', 'ledger', 'decision']))
  })
})

describe('an export about which people decided since', () => {
  it('is told so, with what that changes, and its rows are still those that were made', async () => {
    await bench.client.review.decide({ id: 'run-b', kind: 'reject', reviewer: 'bo' })
    await bench.client.review.decide({ id: 'run-d', kind: 'accept', reviewer: 'bo' })
    const { ok, by, problems } = await verify(whole)
    expect({ ok, by }).toEqual({ ok: false, by: 'workspace' })
    expect(problems).toEqual([
      {
        kind: 'decision',
        where: 'ledger.jsonl',
        message:
          '2 decisions were made after this export (by bo); they change 2 of its rows: 1 would leave no more, 1 would newly leave, 0 would be written otherwise.',
      },
    ])
  })

  it('tells a mask that was set since', async () => {
    const out = join(bench.folder, 'second')
    await lastEvent(await bench.client.export.run({ target: 'trl', out }))
    expect((await verify(out)).ok).toBe(true)
    await bench.client.step.edit({ id: 'run-a', reviewer: 'ana', edits: [{ kind: 'mask', messages: [2] }] })
    expect((await verify(out)).problems.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'decision',
        expect.stringContaining('it changes 1 of its rows: 0 would leave no more, 0 would newly leave, 1 would be written otherwise'),
      ],
    ])
  })
})

describe('an export of another workspace', () => {
  it('is proved by its folder alone', async () => {
    const other = await openWithRuns(['run-a'])
    const last = await lastEvent(await other.client.export.verify({ dir: whole }))
    expect(last).toMatchObject({ kind: 'done', result: { ok: true, by: 'manifest', rows: 3 } })
    await other.remove()
  })
})
