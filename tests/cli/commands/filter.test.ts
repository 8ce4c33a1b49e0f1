import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Funnel } from '#record'
import { buildR1 } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'
import { commandJson, startCommand } from '../../support/winnow-process.ts'

describe('winnow filter and winnow rules', { timeout: 60_000 }, () => {
  let folder: string
  const at = (...args: string[]) => [...args, '--workspace', join(folder, 'workspace')]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-filter-'))
    const source = join(folder, 'rows.jsonl')
    await writeFile(source, asJsonl([buildR1({ trajectory_id: 'a', resolved: 1 }), buildR1({ trajectory_id: 'b', resolved: 0 })]))
    await writeFile(join(folder, 'all.yaml'), 'steps: [{rule: resolved-label, keep: [1, 0, -1]}]')
    await commandJson(at('add', source), { folder })
    return () => rm(folder, { recursive: true, force: true })
  })

  it('says what a recipe would move, and moves nothing', async () => {
    const draft = await commandJson<Funnel & { newlyKept: number }>(at('filter', '--recipe', 'all.yaml', '--draft'), { folder })
    expect(draft).toMatchObject({ total: 2, kept: 2, newlyKept: 1, newlyDropped: 0, hash: expect.any(String), overlap: [[0]] })
    expect(await commandJson(at('filter'), { folder })).toMatchObject({
      kept: 1,
      steps: [{ key: 'resolved-label', dropped: 1, only: 1 }, {}, {}, {}],
    })
    expect((await startCommand(at('filter', '--draft'), { folder })).code).toBe(2)
  })

  it('applies a recipe that ships by its name, and names them when there is none such', async () => {
    const { steps } = await commandJson<Funnel>(at('filter', '--recipe', 'paper'), { folder })
    expect(steps.map(({ rule }) => rule)).toContain('git-history')
    const { code, stderr } = await startCommand(at('filter', '--recipe', 'papre'), { folder })
    expect(code).toBe(1)
    expect(stderr).toContain('papre is neither a file nor a recipe that ships: tutorial, everything, paper, strict')
  })

  it("lists and explains the rules, the workspace's own among them, and tells what is wrong with these", async () => {
    await mkdir(join(folder, 'workspace/rules'))
    await writeFile(
      join(folder, 'workspace/rules/mine.yaml'),
      'rules:\n  - {id: mine, version: 1, title: Mine, help: Of mine., severity: low, drop: calls > 9, says: many}\n  - {id: token-limit}\n',
    )
    const { stdout, stderr } = await startCommand(at('rules'), { folder })
    expect(stdout).toMatch(/^token-limit +Token limit +basics +medium +max, measure$/m)
    expect(stdout).toMatch(/^mine +Mine +mine +low$/m)
    expect(stderr).toContain('rules/mine.yaml, line 3: ')
    const explained = await startCommand(at('rules', 'token-limit'), { folder })
    expect(explained.stdout).toContain('max: integer; from 1 to 1000000000; default 32000\n  The largest number of tokens that passes.')
    expect(await commandJson(at('rules', 'mine'), { folder })).toMatchObject({
      id: 'mine',
      kind: 'drop',
      when: 'calls > 9',
      parameters: [],
    })
    expect((await startCommand(at('rules', 'nope'), { folder })).stderr).toContain('There is no rule "nope"')
  })
})
