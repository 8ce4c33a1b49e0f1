import '../../support/planted-checks.ts'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MEASURE_INFO } from '#measure'
import { buildWorker, PLANTED_WORKER } from '../../support/build-worker.ts'
import { lastEvent, openWorkbench } from '../../support/open-workbench.ts'
import { HEALED } from '../../support/planted-checks.ts'
import { buildMessage, buildR1 } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'

/** First messages by trajectory id: what the planted checks do on each row. */
const ROWS = { fine: 'a leaf', many: 'leaf leaf leaf', thrown: 'planted throw leaf', hung: 'planted hang leaf' }
const HUNG = 'Test check planted took longer than 0.4 s'
const THROWN = 'Test check planted stopped: it was told to'
const PACK = `
name: leaves
description: What the tests' checks find.
rules:
  - id: few-leaves
    version: 1
    title: Few leaves
    help: Drops examples with many leaves.
    severity: high
    check: planted
    parameters:
      max: { type: integer, default: 2, min: 0, max: 100, help: The most that pass. }
    drop: planted_leaves > $max
    summary: at most {$max} leaves
    says: "{planted_leaves} leaves, limit {$max}"
`
const RECIPE = 'steps:\n  - rule: resolved-label\n  - rule: few-leaves\n'

describe('a check that does not come to its end on a row', () => {
  let workerUrl: URL
  let workspacePath: string
  let bench: Awaited<ReturnType<typeof openWorkbench>>
  const rowsById = async () => {
    const { rows } = await bench.client.example.page({ offset: 0, limit: 10, selection: {}, sort: { column: 'id', descending: false } })
    return Object.fromEntries(rows.map((row) => [row.id, row]))
  }

  beforeAll(async () => {
    workerUrl = await buildWorker(PLANTED_WORKER)
    workspacePath = await mkdtemp(join(tmpdir(), 'winnow-faults-'))
    await mkdir(join(workspacePath, 'rules'))
    await writeFile(join(workspacePath, 'rules/leaves.yaml'), PACK)
    bench = await openWorkbench({ workerUrl, workspacePath, checkMs: 400 })
    const source = join(bench.folder, 'rows.jsonl')
    const rows = Object.entries(ROWS).map(([id, text]) =>
      buildR1({ trajectory_id: id, trajectory: [buildMessage('user', text), buildMessage('assistant', 'done')] }),
    )
    await writeFile(source, asJsonl(rows))
    await lastEvent(await bench.client.source.add({ source }))
    await bench.client.recipe.apply({ text: RECIPE, name: 'leaves' })
  })
  afterAll(async () => {
    delete process.env[HEALED]
    await bench.remove()
    await rm(workspacePath, { recursive: true })
    await rm(new URL('.', workerUrl), { recursive: true })
  })

  it('keeps no row from being stored with everything else that is measured', async () => {
    expect(await rowsById()).toMatchObject({
      fine: { isMeasured: true, values: { planted_leaves: 1, planted_fault: null, n_messages: 2, other_leaves: 1 } },
      many: { isMeasured: true, values: { planted_leaves: 3, planted_fault: null } },
      thrown: { isMeasured: true, values: { planted_leaves: null, planted_fault: THROWN, n_messages: 2, other_leaves: 1 } },
      hung: { isMeasured: true, values: { planted_leaves: null, planted_fault: HUNG, n_messages: 2, other_leaves: 1 } },
    })
  })

  it('drops the row as a fault where a rule needs it, and is counted as one in the funnel', async () => {
    expect(await rowsById()).toMatchObject({
      fine: { verdict: 'keep', reasons: [] },
      many: { verdict: 'drop', reasons: [{ rule: 'few-leaves', text: '3 leaves, limit 2' }] },
      thrown: { verdict: 'drop', reasons: [{ rule: 'few-leaves', text: THROWN, isFault: true }] },
      hung: { verdict: 'drop', reasons: [{ rule: 'few-leaves', text: HUNG, isFault: true }] },
    })
    const { funnel } = await bench.client.recipe.current()
    expect(funnel).toMatchObject({ total: 4, kept: 1, dropped: 3, steps: [{ faults: 0 }, { dropped: 3, failing: 3, faults: 2 }] })
  })

  it('keeps no rule from showing what was found on other rows', async () => {
    const { findings, faults } = await bench.client.example.findings({ id: 'many' })
    const ofPlanted = findings.filter(({ check }) => check === 'planted')
    expect(ofPlanted).toHaveLength(3)
    expect(ofPlanted[0]).toMatchObject({ rule: 'few-leaves', severity: 'high', isDropping: true, bytes: { start: 0, end: 4 } })
    expect(faults).toEqual([])
    const { findings: kept } = await bench.client.example.findings({ id: 'fine' })
    expect(kept.find(({ check }) => check === 'planted')).toMatchObject({ rule: 'few-leaves', isDropping: false })
  })

  it('is told where the example is opened, beside what the others find', async () => {
    const { findings, faults } = await bench.client.example.findings({ id: 'hung' })
    expect(faults).toContainEqual({ check: 'planted', text: HUNG })
    expect(findings.filter(({ kind }) => kind === 'leaf')).toMatchObject([{ check: 'other-planted', quote: 'leaf' }])
    expect((await bench.client.example.findings({ id: 'thrown' })).faults).toContainEqual({ check: 'planted', text: THROWN })
  })

  it('is healed by its next version', async () => {
    await bench.remove()
    process.env[HEALED] = 'yes'
    for (const info of MEASURE_INFO) if (info.check === 'planted') Object.assign(info, { version: 2 })
    bench = await openWorkbench({ workerUrl, workspacePath, checkMs: 400 })
    expect(await rowsById()).toMatchObject({
      thrown: { verdict: 'keep', values: { planted_leaves: 1, planted_fault: null } },
      hung: { verdict: 'keep', values: { planted_leaves: 1, planted_fault: null } },
      many: { verdict: 'drop' },
    })
  })
})
