import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Redaction } from '#record'
import { faultOf } from '../../support/fault-of.ts'
import { openWithRuns } from '../../support/open-with-runs.ts'
import { lastEvent } from '../../support/open-workbench.ts'
import { buildCall, buildConversation, buildMessage, buildTurn } from '../../support/rows.ts'

const SECRET = 'ghp_0123456789abc'
const messages = [
  ...buildConversation().slice(0, 4),
  buildTurn(buildCall('execute_bash', { command: `echo "${SECRET}"\nls` })),
  buildMessage('tool', `${SECRET}\n[The command completed with exit code 0.]`),
  buildTurn(buildCall('think', { thought: 'hm' })),
  buildMessage('tool', 'Your thought has been logged.'),
  buildTurn(buildCall('finish', {})),
]

describe('work on the steps of a run', () => {
  let bench: Awaited<ReturnType<typeof openWithRuns>>
  const step = () => bench.client.step
  const detail = () => bench.client.example.get({ id: 'a' })
  const secretPlaces = async () =>
    (await step().occurrences({ id: 'a', text: SECRET })).map((at): Redaction => ({ at, replacement: '[secret]' }))

  beforeAll(async () => {
    bench = await openWithRuns(['a', 'b'], { messages })
  })

  afterAll(() => bench.remove())

  it('masks, cuts and proposals are one batch each, which one undo takes back', async () => {
    const proposals = await step().proposals({ id: 'a' })
    expect(proposals).toEqual([{ kind: 'think-only', messages: [6], text: 'It only thinks.', tokens: expect.any(Number) }])
    const { seqs, edits, row } = await step().edit({
      id: 'a',
      edits: [
        { kind: 'mask', messages: [2, 6] },
        { kind: 'cut', after: 6 },
      ],
    })
    expect(seqs).toHaveLength(2)
    expect(edits).toMatchObject({ masked: [2, 6], cutAfter: 7, redactions: [] })
    expect(row).toMatchObject({ maskedMessages: 2, isCut: true })
    expect(await step().proposals({ id: 'a' })).toEqual([])
    expect(await step().edit({ id: 'a', edits: [{ kind: 'mask', messages: [2] }] })).toMatchObject({ seqs: [], edits })
    expect(await bench.client.review.undo({})).toMatchObject({ count: 2, row: { maskedMessages: 0, isCut: false } })
    expect((await detail()).edits).toMatchObject({ masked: [], cutAfter: null })
  })

  it('a redaction keeps its text out of the ledger and out of what leaves', async () => {
    const redactions = await secretPlaces()
    expect(redactions.map(({ at }) => [at.messageIndex, at.field])).toEqual([
      [4, 'arguments'],
      [5, 'content'],
    ])
    const { edits } = await step().edit({ id: 'a', edits: redactions.map((redaction) => ({ kind: 'redact', redaction })) })
    expect(edits.redactions).toEqual(redactions)
    expect(JSON.stringify(await bench.client.review.ledger({ afterSeq: 0, limit: 100 }))).not.toContain(SECRET)
    await bench.client.review.decide({ id: 'a', kind: 'accept' })
    const out = join(bench.folder, 'out')
    await lastEvent(await bench.client.export.run({ target: 'tutorial', out }))
    const lines = (await readFile(join(out, 'open_swe_sft.jsonl'), 'utf8')).trimEnd().split('\n')
    expect(lines.find((line) => line.includes('"trajectory_id":"a"'))).not.toContain(SECRET)
    expect((await bench.client.export.preview({ target: 'tutorial' })).warnings.join()).toContain('1 example leaves redacted.')
  })

  it('taking back a redaction that overlaps others takes back all of them', async () => {
    const wider: Redaction = { at: { messageIndex: 5, field: 'content', call: null, start: 4, end: 30 }, replacement: '[name]' }
    const { edits } = await step().edit({ id: 'a', edits: [{ kind: 'redact', redaction: wider }] })
    const shown = edits.redactions.find(({ at }) => at.field === 'content')
    expect(shown?.at).toMatchObject({ start: 0, end: 30 })
    const back = await step().edit({ id: 'a', edits: shown ? [{ kind: 'unredact', redaction: shown }] : [] })
    expect(back.edits.redactions.map(({ at }) => at.field)).toEqual(['arguments'])
  })

  it('a row that changed since it was shown is not edited, and a patch stays a diff', async () => {
    expect(await faultOf(step().edit({ id: 'a', edits: [{ kind: 'uncut' }], contentHash: 'old' }))).toMatchObject({ kind: 'conflict' })
    const [hunk] = await step().occurrences({ id: 'a', text: '-1 +1' })
    const edit = { kind: 'redact' as const, redaction: { at: hunk ?? expect.fail('no hunk'), replacement: '[x]' } }
    expect(await faultOf(step().edit({ id: 'a', edits: [edit] }))).toMatchObject({
      kind: 'bad-input',
      message: expect.stringContaining('no diff'),
    })
  })
})
