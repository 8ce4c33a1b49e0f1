import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildMessage, buildR1 } from '../support/rows.ts'
import { asJsonl } from '../support/rows-on-disk.ts'
import { commandJson, startCommand } from '../support/winnow-process.ts'

const ESCAPE = '\u001b[2J'

/** Three good rows (one of them failed, one hostile) and one that is not JSON. */
function buildLines(): string {
  const hostile = [buildMessage('user', `clear ${ESCAPE} the screen`), buildMessage('assistant', 'no')]
  const rows = [
    buildR1({ trajectory_id: 'good' }),
    buildR1({ trajectory_id: 'failed', resolved: 0 }),
    buildR1({ trajectory_id: 'hostile', instance_id: `evil${ESCAPE}`, trajectory: hostile }),
  ]
  return `${asJsonl(rows)}{"broken\n`
}

/** A folder with the source in it; gone when the calling test or file is over. */
async function buildFolder(): Promise<{ folder: string; source: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-cli-'))
  const source = join(folder, 'rows.jsonl')
  await writeFile(source, buildLines())
  return { folder, source }
}

/** The arguments of every command here: a workspace inside the folder. */
const at = (folder: string, ...args: string[]): string[] => [...args, '--workspace', join(folder, 'workspace')]

type Row = Record<string, unknown>

it('reads columns under other names, as many as are named', async () => {
  const { folder } = await buildFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const source = join(folder, 'other.jsonl')
  await writeFile(
    source,
    asJsonl([{ dialog: [buildMessage('user', 'fix it'), buildMessage('assistant', 'done')], reward: 1, task: 't-1' }]),
  )
  const pairs = ['--map', 'messages=dialog', 'resolved=reward', 'instance_id=task']
  const added = await commandJson<Row>(at(folder, 'add', source, ...pairs), { folder })
  expect(added).toMatchObject({ examples: 1, rejected: [] })
  expect(await commandJson<Row[]>(at(folder, 'list'), { folder })).toMatchObject([{ instance_id: 't-1', resolved: 1 }])
})

describe('a workspace in the terminal', () => {
  let folder: string
  let source: string
  const json = <T>(...args: string[]): Promise<T> => commandJson<T>(at(folder, ...args), { folder })
  const run = (...args: string[]) => startCommand(at(folder, ...args), { folder })

  beforeAll(async () => {
    ;({ folder, source } = await buildFolder())
    return () => rm(folder, { recursive: true, force: true })
  })

  it('adds a source and prints one JSON value in the form scripts rely on', async () => {
    const added = await json<Row>('add', source)
    expect(added).toEqual({
      source: expect.stringContaining('rows.jsonl'),
      revision: expect.any(String),
      shape: 'R1',
      examples: 3,
      measured: 3,
      rejected: [{ where: expect.stringContaining('rows.jsonl'), reason: expect.any(String) }],
      bytesFetched: expect.any(Number),
      requests: expect.any(Number),
      seconds: expect.any(Number),
      notes: [],
    })
  })

  it('adds the same source again without a second copy', async () => {
    expect(await json('add', source)).toMatchObject({ examples: 3 })
    expect(await json<Row[]>('list')).toHaveLength(3)
  })

  it('lists rows flat, in the dataset spelling, with where they stand', async () => {
    const [row] = await json<Row[]>('list', '--where', 'resolved == 0')
    expect(row).toMatchObject({ id: 'failed', instance_id: 'owner__repo-1', n_messages: 7, diff_files: 1, resolved: 0 })
    expect(row).toMatchObject({ verdict: 'drop', reasons: [{ rule: 'resolved-label' }], decision: null, outcome: 'drop' })
  })

  it('lists in the order and the part asked for', async () => {
    const ids = (rows: Row[]): unknown[] => rows.map(({ id }) => id)
    const up = ids(await json<Row[]>('list', '--sort', 'id'))
    expect(up).toEqual(['failed', 'good', 'hostile'])
    expect(ids(await json<Row[]>('list', '--sort', 'id:desc'))).toEqual([...up].reverse())
    expect(ids(await json<Row[]>('list', '--sort', 'id', '--limit', '1', '--offset', '1'))).toEqual(['good'])
    expect(await json<Row[]>('list', '--limit', '0')).toEqual([])
  })

  it('shows an example whole', async () => {
    const shown = await json<Row>('show', 'good')
    expect(shown).toMatchObject({ id: 'good', row: 0, measures: { n_messages: 7 }, reasons: [], decisions: [] })
    expect(shown).toMatchObject({ findings: expect.any(Array), findings_left_out: 0, faults: [] })
    expect(shown.messages).toHaveLength(7)
    expect(shown.patch).toMatchObject({
      additions: 1,
      deletions: 1,
      files: [{ newPath: 'a.py' }],
      text: expect.stringContaining('+++ b/a.py'),
    })
  })

  it('tells what the checks find, and of an id nobody knows', async () => {
    expect(await json('findings', 'good')).toEqual({ findings: expect.any(Array), leftOut: 0, faults: [] })
    expect(await run('findings', 'nobody')).toMatchObject({ code: 1, stderr: expect.stringContaining('nobody') })
  })

  it('shows hostile text without obeying it', async () => {
    for (const command of [['list'], ['show', 'hostile']]) {
      const { stdout } = await run(...command)
      expect(stdout).not.toContain('\u001b')
      expect(stdout).toContain('\\u001b')
    }
  })

  it('tells of a rejected row without obeying its columns', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'winnow-cli-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await writeFile(join(folder, 'hostile.jsonl'), `${JSON.stringify({ [`${ESCAPE}\u061c`]: 1 })}\n`)
    const { code, stderr } = await startCommand(at(folder, 'add', 'hostile.jsonl'), { folder })
    expect(code).toBe(1)
    expect(stderr).toContain('\\u001b[2J\\u061c')
    expect(stderr).not.toContain('\u001b')
  })

  it('prints the funnel, and applies a recipe from a file', async () => {
    const funnel = await json<{ total: number; kept: number; dropped: number; steps: Row[] }>('filter')
    expect(funnel).toMatchObject({ total: 3, kept: 2, dropped: 1 })
    expect(funnel.steps[0]).toMatchObject({ rule: expect.any(String), dropped: 1, only: 1, remaining: 2 })
    const { stdout } = await run('filter')
    expect(stdout).toMatch(/all examples +3 +█{30}\n/)
    expect(stdout).toContain('kept 2 of 3, dropped 1')
  })

  it('decides, takes back, and keeps every word of it in the ledger', async () => {
    const decided = await json<{ seq: number; hash: string }>(
      'decide',
      'failed',
      '--accept',
      '--reason',
      'good-anyway',
      '--reviewer',
      'ada',
    )
    expect(decided).toEqual({ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await json<Row[]>('list', '--where', 'resolved == 0')).toMatchObject([{ verdict: 'drop', decision: 'accept', outcome: 'keep' }])
    expect(await json('undo')).toEqual({ seq: 2, hash: expect.any(String), count: 1 })
    expect(await json('undo')).toEqual({ seq: null, hash: null, count: 0 })
    const { hash: recipeHash } = await json<{ hash: string }>('filter')
    expect(recipeHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await json('ledger')).toMatchObject([
      { seq: 1, kind: 'accept', exampleId: 'failed', reviewer: 'ada', reason: 'good-anyway', hash: decided.hash, recipeHash },
      { seq: 2, kind: 'undo', undoes: 1, previousHash: decided.hash, recipeHash },
    ])
    expect(await json('ledger', '--check')).toMatchObject({ ok: true, entries: 2, problems: [] })
  })

  it('decides about a selection once it is told --yes, takes all of it back, and gives it back', async () => {
    const asked = ['decide', '--where', 'id == "good" or id == "hostile"', '--reject', '--reviewer', 'ada']
    const told = await run(...asked, '--json')
    expect([told.code, JSON.parse(told.stdout)]).toEqual([1, expect.objectContaining({ total: 2, changing: 2, overriding: 2 })])
    expect((await run(...asked)).stderr).toMatch(/reject 2 examples\n {2}2 with another.*\n {2}2 against .*\nNothing was decided/)
    expect(await json(...asked, '--yes')).toMatchObject({ entries: 2, leftOut: 0 })
    expect((await run('undo')).stdout).toMatch(/^took back entry 4: reject hostile and 1 more said with it \(entry 6\)/)
    expect(await json('redo')).toMatchObject({ count: 2 })
    expect((await run('redo')).stdout).toBe('nothing to give back\n')
    expect(await json('undo')).toMatchObject({ count: 2 })
  })

  it('tags, flags, and lists what a team gives as reasons', async () => {
    expect(await json<Row[]>('tag', 'good', 'failed', '--add', 'rare')).toMatchObject([{ tags: ['rare'] }, { tags: ['rare'] }])
    expect((await run('tag', 'failed', '--remove', 'rare')).stdout).toBe('failed: no tags\n')
    expect(await json<Row>('flag', 'good')).toMatchObject({ is_flagged: true })
    expect(await json<Row[]>('list', '--where', 'is_flagged == true and tags contains "rare"')).toMatchObject([{ id: 'good' }])
    expect((await run('flag', 'good', '--off')).stdout).toBe('good: no flag\n')
    const own = [{ code: 'ours', label: 'Ours', key: '1', decision: 'accept' }]
    await writeFile(join(folder, 'reasons.json'), JSON.stringify(own))
    expect(await json('reasons', '--set', 'reasons.json')).toEqual(own)
    expect((await run('reasons')).stdout).toContain('ours')
    expect((await json<Row[]>('reasons', '--reset')).length).toBeGreaterThan(9)
  })

  it('writes the analysis table', async () => {
    const { rows, columns } = await json<{ rows: number; columns: string[] }>('measures', '--csv', 'table.csv')
    expect(rows).toBe(3)
    const [header] = (await readFile(join(folder, 'table.csv'), 'utf8')).split(/\r?\n/)
    expect(header).toBe(columns.join(','))
  })

  it('exports with the digest of each file', async () => {
    const exported = await json<{ files: { path: string; sha256: string; bytes: number }[] }>(
      'export',
      '--target',
      'tutorial',
      '--out',
      'out',
    )
    expect(exported).toMatchObject({ target: 'tutorial', examples: 2, warnings: expect.any(Array) })
    const paths = exported.files.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['open_swe_sft.jsonl', 'open_swe_traces_analysis.csv', 'rows.jsonl', 'README.md']))
    expect(paths.at(-1)).toBe('manifest.json')
    for (const { path, bytes } of exported.files) expect((await readFile(join(folder, 'out', path))).length).toBe(bytes)
    const { hash } = await json<{ hash: string }>('filter')
    expect(JSON.parse(await readFile(join(folder, 'out/manifest.json'), 'utf8'))).toMatchObject({ recipe: { hash } })
  })

  it('fails with the culprit and the remedy on stderr, and nothing on stdout', async () => {
    const { code, stdout, stderr } = await run('show', 'nobody', '--json')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^winnow: .*nobody.*\n {2}\S/)
  })

  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['list', '--colour']],
    ['a missing argument', ['show']],
    ['too many arguments', ['undo', 'twice']],
    ['a number that is none', ['list', '--limit', 'many']],
    ['a direction that is none', ['list', '--sort', 'id:sideways']],
    ['a decision that is none', ['decide', 'good']],
    ['two decisions at once', ['decide', 'good', '--accept', '--reject']],
    ['a decision about nothing', ['decide', '--accept']],
    ['a decision about one and many', ['decide', 'good', '--where', 'resolved == 0', '--accept']],
    ['a tag without a word', ['tag', 'good']],
    ['staying and moving at once', ['add', 'hf://datasets/owner/runs', '--stay', '--move']],
    ['an export to nowhere', ['export', '--target', 'tutorial']],
    ['a port that is none', ['serve', '--port', '70000']],
    ['nothing at all', []],
  ])('calls %s wrong usage', async (_what, args) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })
})

describe('the terminal host', () => {
  it.each([['--help'], ['--version'], ['help', 'add']])('answers %s without a workspace', async (...args) => {
    const { folder } = await buildFolder()
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const { code, stdout, stderr } = await startCommand(args, { folder })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).not.toBe('')
  })

  it('keeps to the system folder for data when no workspace is named', async () => {
    const { folder, source } = await buildFolder()
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await commandJson(['add', source], { folder })
    expect(await commandJson<Row[]>(['list'], { folder })).toHaveLength(3)
  })
})
