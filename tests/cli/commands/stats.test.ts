import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Stats } from '../../../src/cli/read-stats.ts'
import { statsQuestions, WINDOWS } from '../../../src/cli/stats-questions.ts'
import { buildR1 } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'
import { commandJson, startCommand } from '../../support/winnow-process.ts'

describe('what winnow stats asks', () => {
  const info = { version: 1, unit: '', group: 'run' as const, help: '' }

  it('are only measures there are, and every tally', () => {
    const measures = [
      { ...info, id: 'n_messages', label: 'Messages', type: 'integer' as const },
      { ...info, id: 'odd', label: 'Odd', type: 'tally' as const, amounts: [] },
    ]
    const questions = statsQuestions(measures, { by: 'harness', windows: [9000, 8192], least: 3, where: 'x < 1' })
    expect(questions.summary).toEqual({ selection: { where: 'x < 1' }, by: ['harness'], measures: ['n_messages'] })
    expect(questions.tallies).toMatchObject([{ tally: 'odd', by: 'harness' }])
    expect(questions.windows[0]?.windows).toEqual([8192, 9000, ...WINDOWS.slice(1)])
    expect(questions.rates.byLanguage.least).toBe(3)
  })
})

describe('winnow stats', () => {
  let folder: string
  const at = (...args: string[]) => [...args, '--workspace', join(folder, 'workspace')]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-stats-'))
    const source = join(folder, 'rows.jsonl')
    await writeFile(source, asJsonl([buildR1({ trajectory_id: 'a' }), buildR1({ trajectory_id: 'b', resolved: 0, language: 'go' })]))
    await commandJson(at('add', source), { folder })
    return () => rm(folder, { recursive: true, force: true })
  })

  it('prints one object, narrowed and side by side as asked', async () => {
    const where = 'language == "go"'
    const stats = await commandJson<Stats>(at('stats', '--where', where, '--by', 'label', '--window', '48k', '--least', '1'), { folder })
    expect(stats).toMatchObject({ where, by: 'label', overview: { examples: 1, resolved: { n: 1, hits: 0, rate: 0 } } })
    expect(stats.summary.groups.map(({ keys }) => keys)).toEqual([['failed']])
    expect(stats.windows[0]?.windows).toContain(49_152)
    expect(stats.rates.byLanguage.groups).toMatchObject([{ keys: ['go'], examples: 1 }])
  })

  it('prints tables of at most a hundred characters a line', async () => {
    const { stdout, code } = await startCommand(at('stats'), { folder })
    expect(code).toBe(0)
    for (const title of ['overview', 'percentiles', 'resolution rate by harness and model', 'tools'])
      expect(stdout).toContain(`── ${title} ──`)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it.each([
    ['--by', 'colour', 'Allowed choices are label, outcome, language, harness, model, thinking'],
    ['--window', 'wide', 'A number of tokens such as 40000 or 48k is expected'],
    ['--least', '0', 'A whole number from 1 is expected'],
  ])('refuses %s %s as wrong usage', async (option, value, message) => {
    const { code, stderr } = await startCommand(at('stats', option, value), { folder })
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  it('says which column of an expression there is not', async () => {
    const { code, stderr } = await startCommand(at('stats', '--where', 'tokns < 3'), { folder })
    expect([code, stderr]).toEqual([1, expect.stringContaining('tokns')])
  })
})
