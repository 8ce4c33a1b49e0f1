import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sentencePieceBpe } from '../../core/measure/tokens/file/tokenizer-files.ts'
import { buildR1 } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'
import { commandJson, startCommand } from '../../support/winnow-process.ts'

describe('winnow tokenizer', { timeout: 60_000 }, () => {
  let folder: string
  const at = (...args: string[]) => [...args, '--workspace', join(folder, 'workspace')]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-tokenizer-'))
    const source = join(folder, 'rows.jsonl')
    await writeFile(source, asJsonl([buildR1({ trajectory_id: 'a' }), buildR1({ trajectory_id: 'b' })]))
    await writeFile(join(folder, 'tiny.json'), JSON.stringify(sentencePieceBpe()))
    await commandJson(at('add', source), { folder })
    return () => rm(folder, { recursive: true, force: true })
  })

  it('says what counts, and changes it', async () => {
    expect(await commandJson(at('tokenizer'), { folder })).toEqual({
      kind: 'tiktoken',
      name: 'o200k_base',
      encoding: 'o200k_base@1',
      lacking: 0,
    })
    const changed = await commandJson(at('tokenizer', 'cl100k_base'), { folder })
    expect(changed).toMatchObject({ name: 'cl100k_base', lacking: 0, measured: 2, failedCount: 0, failed: [] })
  })

  it('takes a file, and says in words what came of it', async () => {
    const { stdout, code } = await startCommand(at('tokenizer', join(folder, 'tiny.json')), { folder })
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^counted 2 examples in [\d.]+ s\nmodel_tokens is counted by tiny@[0-9a-f]{12}; every measured example has its count\n$/,
    )
  })

  it('fails where there is no such tokenizer, naming what there is', async () => {
    const { stderr, code } = await startCommand(at('tokenizer', 'gpt2'), { folder })
    expect(code).toBe(1)
    expect(stderr).toContain('neither o200k_base nor cl100k_base, nor a file')
  })
})
