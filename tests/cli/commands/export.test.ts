import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ExportPlan } from '#record'
import type { Answers } from '../../../src/cli/answers.ts'
import { buildR3 } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'
import { runInProcess } from '../../support/run-in-process.ts'

type Preview = Answers['export']['preview']

const LANGUAGES = ['python', 'python', 'python', 'go']

/** Two attempts at each of twenty instances of ten repositories; every repository's second task is a year newer. */
const ROWS = Array.from({ length: 40 }, (_, at) => {
  const task = Math.floor(at / 2)
  return buildR3({
    trajectory_id: `run-${String(at).padStart(2, '0')}`,
    instance_id: `o__r${task % 10}-${task}`,
    repo: `o/r${task % 10}`,
    language: LANGUAGES[task % 4] ?? 'python',
    resolved: 1,
    messages: [
      { role: 'user', content: `task ${task}: ${'word '.repeat(task + 3)}${task * 7919}` },
      { role: 'assistant', content: `done ${at}` },
    ],
    ...(task === 3 ? {} : { created_at: `20${task < 10 ? 22 : 23}-01-${String((task % 10) + 1).padStart(2, '0')}T00:00:00Z` }),
  })
})

describe('winnow export', { timeout: 120_000 }, () => {
  let folder: string
  const winnow = (...args: string[]) => runInProcess(folder, ...args)
  const json = async <T>(...args: string[]): Promise<T> => {
    const { stdout, stderr } = await winnow(...args, '--json')
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout) as T
  }
  const preview = (...args: string[]) => json<Preview>('export', '--target', 'tutorial', '--dry-run', ...args)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-export-plan-'))
    const source = join(folder, 'rows.jsonl')
    await writeFile(source, asJsonl(ROWS))
    await winnow('add', source)
    for (const id of ['run-00', 'run-01', 'run-08', 'run-09', 'run-10']) await winnow('decide', id, '--accept')
    await winnow('decide', 'run-11', '--reject')
    return () => rm(folder, { recursive: true, force: true })
  })

  it('tells what selection, outcome, caps and limit hold back, and chooses the same again', async () => {
    const args = [
      '--accepted',
      '--where',
      'repo != "o/r0"',
      '--facet',
      'language=python',
      '--cap',
      'instance=1',
      '--limit',
      '5',
      '--seed',
      '4',
    ]
    const told = await preview(...args)
    expect(told.steps).toEqual([
      { step: 'selected', before: 40, after: 26 },
      { step: 'accepted by people', before: 26, after: 3 },
      { step: 'at most 1 of each instance', before: 3, after: 2 },
      { step: 'at most 5 in all', before: 2, after: 2 },
    ])
    expect([told.total, told.leaving, told.chosen]).toEqual([26, 3, 2])
    expect((await preview(...args)).chosenHash).toBe(told.chosenHash)
    expect((await preview('--accepted')).chosenHash).not.toBe(told.chosenHash)
  })

  it('mixes languages by shares, and says what that holds back', async () => {
    const { stdout, stderr } = await winnow(
      'export',
      '--target',
      'tutorial',
      '--dry-run',
      '--facet',
      'decision=accept',
      '--mixture',
      'language',
      '--share',
      'python=0.5',
      '--share',
      'go=0.5',
    )
    expect(stdout).toMatch(/mixture by language +5?/)
    expect(stdout).toMatch(/^python +50.0 %/m)
    expect(stderr).toContain('No example has language go')
  })

  it('splits by repository and by time without leaks, in text as well', async () => {
    const { splits } = await preview('--where', 'instance_id != "o__r4-4"', '--split', 'repo', '--shares', '0.6,0.2,0.2')
    expect(splits?.rows.map(({ split }) => split)).toEqual(['train', 'validation', 'test'])
    expect(splits?.leaks).toEqual([])
    const { stdout, stderr } = await winnow('export', '--target', 'tutorial', '--dry-run', '--split', 'time', '--shares', '0.6,0.2,0.2')
    expect(stdout).toMatch(/^with a time +\d/m)
    expect(stdout).toContain('checked: no instance, patch or near-duplicate is in two splits')
    expect(stderr).toContain('no time and stay out of splits by time')
  })

  it('prints a plan that it takes back, with what else is said going before it', async () => {
    const { stdout } = await winnow('export', '--target', 'trl', '--cap', 'repo=3', '--split', 'time', '--context', '4096', '--print-plan')
    const plan = JSON.parse(stdout) as ExportPlan
    expect(plan).toMatchObject({
      target: 'trl',
      choice: { caps: [{ per: 'repo', most: 3 }] },
      splits: { by: 'time', shares: { train: 0.9, validation: 0.05, test: 0.05 } },
      options: { contextLength: 4096 },
    })
    const file = join(folder, 'plan.json')
    await writeFile(file, stdout)
    expect(await json('export', '--plan', file, '--print-plan')).toEqual(plan)
    await writeFile(file, 'target: trl\nchoice:\n  limit: 3\npolicies:\n  masks: refuse\n')
    const taken = await json<ExportPlan>('export', '--plan', file, '--limit', '2', '--print-plan')
    expect([taken.choice.limit, taken.policies.masks, taken.policies.lost]).toEqual([2, 'refuse', 'take'])
  })

  it('says what is wrong with an option, a plan, shares or a queue', async () => {
    const said = async (...args: string[]) => {
      const { code, stderr } = await winnow('export', ...args)
      return `${code} ${stderr}`
    }
    const dry = ['--target', 'tutorial', '--dry-run']
    expect(await said('--out', 'x')).toContain("2 winnow: required option '--target <target>' not specified")
    expect(await said('--target', 'tutorial')).toContain("2 winnow: required option '--out <dir>' not specified")
    expect(await said(...dry, '--cap', 'colour=2')).toMatch(/^2 .*One of instance, repo/)
    expect(await said(...dry, '--split', 'repo', '--shares', '0.9,0.9,0.1')).toContain('The shares of the splits add up to 1.9, not to 1')
    expect(await said(...dry, '--mixture', 'language')).toContain('A mixture needs both')
    expect(await said(...dry, '--queue', 'nope')).toContain('There is no queue "nope"')
    expect(await said(...dry, '--template', 'nope')).toContain('no template "nope" in this workspace')
    const file = join(folder, 'odd.yaml')
    await writeFile(file, 'target: trl\nchoice:\n  limits: 3\n')
    expect(await said('--plan', file, '--dry-run')).toContain(
      'This is no plan of an export: choice has no "limits"; there are selection, queue,',
    )
  })

  it('takes pairs whose chosen one is kept, both of a pair in one split', async () => {
    await winnow('siblings', 'run-00', '--pair', 'run-01')
    await winnow('siblings', 'run-11', '--pair', 'run-10')
    const { steps, chosen, splits } = await preview('--target', 'preference', '--split', 'repo')
    expect([steps.map(({ before, after }) => `${before} ${after}`), chosen, splits?.leaks]).toEqual([['2 2', '2 2', '2 1'], 1, []])
    expect((await preview('--target', 'preference', '--where', 'repo == "o/none"')).chosen).toBe(0)
  })

  it('writes what the dry run told', async () => {
    const args = ['--target', 'tutorial', '--cap', 'instance=1', '--facet', 'decision=accept']
    const told = await preview(...args.slice(2))
    const made = await json<{ examples: number }>('export', ...args, '--out', join(folder, 'out'))
    expect(made.examples).toBe(told.chosen)
    expect(Object.keys(made)).toEqual(['target', 'examples', 'files', 'warnings'])
    const manifest = await readFile(join(folder, 'out', 'manifest.json'), 'utf8')
    expect(manifest).toContain(told.chosenHash)
  })
})
