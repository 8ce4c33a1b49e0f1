import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXPORT_TARGETS, runExport } from '#export'
import type { Json, JsonObject } from '#record'
import { readTable } from '../../support/read-csv.ts'
import { buildCall, buildMessage, buildR3, buildTurn, GOLD, PATCH } from '../../support/rows.ts'
import { exportOf, type Filed, file, finish, folderTexts, freshFolder, planOf } from './export-desk.ts'

const GOLDEN = join(import.meta.dirname, '../../fixtures/export-tutorial')

function buildRow(over: JsonObject = {}): JsonObject {
  const trajectory: Json = [
    buildMessage('system', 'You are a helpful assistant.'),
    buildMessage('user', '\uFEFF Fix the bug.\x1c\n'),
    buildTurn(buildCall('execute_bash', { command: 'ls' }), buildCall('__proto__', {})),
    buildMessage('tool', 'naïve 日本 <b>&amp;</b>\u2028 \u0000 \ud800 end'),
    buildMessage('assistant', '```bash\npytest\n```'),
  ]
  return {
    instance_id: 'owner__repo-1',
    repo: 'owner/repo',
    license: 'MIT',
    language: 'Python',
    trajectory_id: 'run-1',
    trajectory,
    model_patch: PATCH,
    resolved: 1,
    metadata: { category: 'bug-fix', num_modified_files: 3, num_modified_lines: 14 },
    ...over,
  }
}

const place = { config: 'openhands', split: 'minimax_m25' }

/** Every way an example can stand: who spoke, and whether they agree. */
function everyStanding(): Filed[] {
  const failed = {
    verdict: 'drop' as const,
    reasons: [{ rule: 'resolved-label', text: 'label is failed (0), the recipe keeps resolved (1)' }],
  }
  return [
    file(buildRow(), {}, place),
    file(buildRow({ trajectory_id: 'run-2', resolved: 0, language: null }), failed, place),
    file(
      buildRow({ trajectory_id: 'run-3', resolved: 0 }),
      { ...failed, decision: 'accept', decisionReason: 'label-wrong', note: '=HYPERLINK("x")\nreally, solved', reviewer: 'ada' },
      place,
    ),
    file(buildRow({ trajectory_id: 'run-4' }), { decision: 'reject', decisionReason: 'wrong-fix', reviewer: 'bob' }, place),
    file(buildRow({ trajectory_id: 'run-5', model_patch: null, resolved: -1 }), { decision: 'accept', isStale: true }, place),
    file(buildRow({ trajectory_id: 'run-6' }), { isMeasured: false }, place),
  ]
}

/** The files a folder's manifest lists. */
function filesOf(texts: Record<string, string>): string[] {
  return (JSON.parse(texts['manifest.json'] ?? '') as { files: { path: string }[] }).files.map(({ path }) => path)
}

describe('an export for the tutorial', () => {
  it('writes what leaves, the table of everything measured, and the manifest', async () => {
    const out = join(await freshFolder(), 'new', 'export')
    const { result } = await finish(exportOf(everyStanding(), out))
    const texts = await folderTexts(out)
    expect(result).toMatchObject({ target: 'tutorial', out, examples: 3 })

    const { files, measures, sha256: _seal, card_sha256: _card, ...manifest } = JSON.parse(texts['manifest.json'] ?? '')
    await expect(texts['open_swe_sft.jsonl']).toMatchFileSnapshot(join(GOLDEN, 'open_swe_sft.jsonl'))
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(join(GOLDEN, 'manifest.json'))
    expect(measures[0]).toEqual({ id: 'instance_id', version: 1 })
    expect(measures).toContainEqual({ id: 'model_tokens', version: 1, encoding: 'Qwen3-8B@0123456789ab' })
    expect(files.map(({ path, rows }: JsonObject) => [path, rows]).slice(0, 5)).toEqual([
      ['open_swe_sft.jsonl', 3],
      ['open_swe_traces_analysis.csv', 5],
      ['rows.jsonl', 3],
      ['row-notes.jsonl', 3],
      ['trl.yml', 0],
    ])
    expect([...files.map(({ path }: JsonObject) => path), 'manifest.json'].sort()).toEqual(Object.keys(texts))
  })

  it('tells each file with its bytes and sha256', async () => {
    const out = await freshFolder()
    const { result } = await finish(exportOf(everyStanding(), out))
    expect(result.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['open_swe_sft.jsonl', 'rows.jsonl', 'README.md']))
    expect(result.files.at(-1)?.path).toBe('manifest.json')
    for (const { path, sha256, bytes } of result.files) {
      const written = await readFile(join(out, path))
      expect({ bytes: written.length, sha256: createHash('sha256').update(written).digest('hex') }).toEqual({ bytes, sha256 })
    }
  })

  it('puts the tutorial columns first and where each example stands last', async () => {
    const out = await freshFolder()
    await finish(exportOf(everyStanding(), out))
    const text = await readFile(join(out, 'open_swe_traces_analysis.csv'), 'utf8')
    const rows = readTable(text)
    const columns = Object.keys(rows[0] ?? {})
    expect(columns.slice(0, 7)).toEqual(['instance_id', 'repo', 'language', 'license', 'resolved', 'agent', 'model'])
    expect(columns.slice(0, 22)).toContain('traj_tokens')
    expect(columns.slice(-7)).toEqual(['verdict', 'reasons', 'decision', 'decision_reason', 'note', 'outcome', 'id'])
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['run-1', 'keep'],
      ['run-2', 'drop'],
      ['run-3', 'keep'],
      ['run-4', 'drop'],
      ['run-5', 'keep'],
    ])
    expect(rows[1]).toMatchObject({ language: 'unknown', is_resolved: 'False', known_label: 'True', category: 'bug-fix', meta_files: '3' })
    expect(rows[2]).toMatchObject({
      reasons: 'resolved-label: label is failed (0), the recipe keeps resolved (1)',
      decision: 'accept',
      decision_reason: 'label-wrong',
      note: '\'=HYPERLINK("x")\nreally, solved',
    })
  })

  it('never lets the reference patch out', async () => {
    const filed = file(buildR3())
    expect(filed.example.referencePatch).toBe(GOLD)
    const out = await freshFolder()
    await finish(exportOf([filed], out))
    for (const text of Object.values(await folderTexts(out))) expect(text).not.toContain('gold')
  })

  it('gives the same bytes for the same state', async () => {
    const [first, second] = [await freshFolder(), await freshFolder()]
    await finish(exportOf(everyStanding(), first))
    await finish(exportOf(everyStanding(), second))
    expect(await folderTexts(second)).toEqual(await folderTexts(first))
  })

  it('says of each row where it stands, what its bytes are, and who let it leave', async () => {
    const out = await freshFolder()
    await finish(exportOf(everyStanding(), out))
    const texts = await folderTexts(out)
    const lines = texts['open_swe_sft.jsonl']?.split('\n') ?? []
    const index = (texts['rows.jsonl']?.trimEnd().split('\n') ?? []).map((line) => JSON.parse(line))
    expect(index.map(({ ids, file: name, line, outcome, seq }) => [ids, name, line, outcome, seq])).toEqual([
      [['run-1'], 'open_swe_sft.jsonl', 1, 'recipe', null],
      [['run-3'], 'open_swe_sft.jsonl', 2, 'accepted', 1],
      [['run-5'], 'open_swe_sft.jsonl', 3, 'accepted', 1],
    ])
    for (const { line, sha256 } of index) {
      expect(
        createHash('sha256')
          .update(lines[line - 1] ?? '')
          .digest('hex'),
      ).toBe(sha256)
    }
  })

  it('fails when a chosen example is not there any more', async () => {
    const [one, ...others] = everyStanding()
    const made = exportOf(one ? [one, ...others] : [], await freshFolder())
    await expect(finish({ ...made, rows: exportOf(others, '').rows })).rejects.toMatchObject({
      fault: { kind: 'conflict', culprit: 'run-1' },
    })
  })

  it('reports progress in rows', async () => {
    const filed = Array.from({ length: 60 }, (_, index) => file(buildRow({ trajectory_id: `run-${index}` })))
    const { events } = await finish(exportOf(filed, await freshFolder()))
    expect(events.map((event) => (event.kind === 'progress' ? [event.done, event.total] : event.kind))).toEqual([
      [25, 60],
      [50, 60],
      [60, 60],
      'done',
    ])
  })

  it('warns of stale decisions, missing labels and rows not measured', async () => {
    const { result } = await finish(exportOf(everyStanding(), await freshFolder()))
    expect(result.warnings).toEqual([
      '1 standing decision is about rows that have changed since; they count as they stand. Look at them again (is_stale).',
      '1 of 3 exported examples have no label (-1): nobody knows whether the tests passed.',
      '1 example is not measured yet and in no file. Measure, then export again.',
      '3 rows lose calls (3 messages).',
      'row-notes.jsonl lists each of these rows.',
    ])
  })

  it('warns of examples in dispute, which leave or stay as the recipe says', async () => {
    const disputed = ['keep', 'drop'] as const
    const filed = disputed.map((verdict) => file(buildRow({ trajectory_id: verdict }), { verdict, isDisputed: true }))
    const out = await freshFolder()
    const { result } = await finish(exportOf(filed, out))
    const warnings = ['2 examples are in dispute: the recipe decides until somebody settles them (is_disputed).']
    expect(result).toMatchObject({ examples: 1, warnings: expect.arrayContaining(warnings) })
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))
    expect(manifest.counts).toMatchObject({ kept_by_recipe: 1, dropped_by_recipe: 1, disputed: 2 })
  })

  it('tells of examples that are only indexed without reading them one by one', async () => {
    const { result } = await finish(exportOf(everyStanding(), await freshFolder(), { unmeasured: 4 }))
    expect(result.warnings).toContain('5 examples are not measured yet and in no file. Measure, then export again.')
  })

  it('says why when nothing leaves', async () => {
    const dropped = file(buildRow(), { verdict: 'drop' })
    const rejected = file(buildRow({ trajectory_id: 'run-2' }), { decision: 'reject' })
    const options = exportOf([dropped, rejected], await freshFolder())
    const counted = { dropped: 1, only: 1, failing: 1, faults: 0, remaining: 1 }
    const step = { key: 'token-limit', rule: 'token-limit', title: 'Token limit', summary: '', severity: 'medium' as const, ...counted }
    const funnel = { total: 2, kept: 1, dropped: 1, steps: [step], overlap: [[1]] }
    const { result } = await finish({ ...options, facts: { ...options.facts, funnel } })
    expect(result.warnings).toEqual([
      'No example leaves: of 2 measured, the recipe drops 1 (token-limit 1), people rejected 1. Loosen the recipe or accept examples by hand.',
    ])
  })

  it('knows only the targets it lists', async () => {
    const options = exportOf([], await freshFolder(), { plan: planOf('nonsense' as 'trl') })
    await expect(finish(options)).rejects.toMatchObject({
      fault: { kind: 'bad-input', message: expect.stringContaining(EXPORT_TARGETS.map(({ id }) => id).join(', ')) },
    })
  })
})

describe('the folder of an export', () => {
  it('may not be a file', async () => {
    const path = join(await freshFolder(), 'taken')
    await writeFile(path, 'mine')
    await expect(finish(exportOf([], path))).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: path } })
    expect(await readFile(path, 'utf8')).toBe('mine')
  })

  it('keeps foreign files, and is replaced where an earlier export wrote', async () => {
    const out = await freshFolder()
    await writeFile(join(out, 'notes.txt'), 'mine')
    await finish(exportOf(everyStanding(), out))
    await finish(exportOf([file(buildRow())], out))
    const texts = await folderTexts(out)
    expect(texts['notes.txt']).toBe('mine')
    expect(Object.keys(texts).sort()).toEqual([...filesOf(texts), 'manifest.json', 'notes.txt'].sort())
    expect(texts['open_swe_sft.jsonl']?.trim().split('\n')).toHaveLength(1)
  })

  it.each(['open_swe_sft.jsonl', 'README.md', 'manifest.json'])('is refused when %s in it is not an export of ours', async (name) => {
    const out = await freshFolder()
    await writeFile(join(out, name), '{"mine": true}')
    await expect(finish(exportOf([file(buildRow())], out))).rejects.toMatchObject({ fault: { kind: 'conflict', culprit: join(out, name) } })
    expect(await folderTexts(out)).toEqual({ [name]: '{"mine": true}' })
  })

  it('loses the files of an earlier target, and nothing a forged manifest points at outside', async () => {
    const parent = await freshFolder()
    const out = join(parent, 'out')
    await mkdir(out)
    await writeFile(join(parent, 'precious'), 'mine')
    await writeFile(join(out, 'axolotl.jsonl'), 'old')
    await writeFile(join(out, 'manifest.json'), JSON.stringify({ format: 'winnow-export', files: [{ path: 'axolotl.jsonl' }] }))
    await finish(exportOf([], out))
    expect(Object.keys(await folderTexts(out))).not.toContain('axolotl.jsonl')

    const forged = join(parent, 'forged')
    await mkdir(forged)
    await writeFile(join(forged, 'manifest.json'), JSON.stringify({ format: 'winnow-export', files: [{ path: '../precious' }] }))
    await expect(finish(exportOf([], forged))).rejects.toMatchObject({ fault: { kind: 'conflict' } })
    expect(await readFile(join(parent, 'precious'), 'utf8')).toBe('mine')
  })

  it('takes one export at a time', async () => {
    const out = await freshFolder()
    const first = runExport(
      exportOf(
        Array.from({ length: 30 }, (_, index) => file(buildRow({ trajectory_id: `run-${index}` }))),
        out,
      ),
    )
    await first.next()
    await expect(finish(exportOf([], out))).rejects.toMatchObject({ fault: { kind: 'conflict' } })
    await first.return()
    await finish(exportOf([], out))
  })
})
