import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readExport } from '../../../../src/core/workbench/pushing/read-export.ts'

const CARD = { path: 'README.md', sha256: '0'.repeat(64), bytes: 6 }

describe('the card of an export', () => {
  let dir: string
  const list = (files: object[]) =>
    writeFile(join(dir, 'manifest.json'), JSON.stringify({ format: 'winnow-export', target: 'trl', sources: [], files }))

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'winnow-card-'))
  })
  afterEach(() => rm(dir, { recursive: true }))

  it('is read where the manifest lists it', async () => {
    await writeFile(join(dir, 'README.md'), '# Runs é\n')
    await list([CARD])
    expect((await readExport(dir)).card).toBe('# Runs é\n')
    await list([])
    expect((await readExport(dir)).card).toBeNull()
  })

  it('is read up to its first megabyte', async () => {
    await writeFile(join(dir, 'README.md'), 'a'.repeat(1_500_000))
    await list([CARD])
    expect((await readExport(dir)).card).toHaveLength(1_000_000)
  })

  it('is no link to a file elsewhere', async () => {
    await writeFile(join(dir, 'elsewhere'), 'secret')
    await symlink(join(dir, 'elsewhere'), join(dir, 'README.md'))
    await list([CARD])
    expect((await readExport(dir)).card).toBeNull()
  })

  it('is not asked for in a folder that is no export', async () => {
    await writeFile(join(dir, 'README.md'), '# Mine\n')
    await expect(readExport(dir)).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: dir } })
  })
})
