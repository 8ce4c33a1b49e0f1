import { describe, expect, it } from 'vitest'
import { decisionSheet, exampleReport } from '#export'
import type { LedgerEntry } from '#record'
import { applyEdits } from '#review'
import { buildConversation, buildMessage, buildR3 } from '../../../support/rows.ts'
import { file } from '../export-desk.ts'

const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>'
const TOKEN = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`

const ENTRY: LedgerEntry = {
  seq: 7,
  time: '2026-01-02T03:04:05.000Z',
  reviewer: HOSTILE,
  exampleId: 'run-1',
  contentHash: 'c'.repeat(64),
  kind: 'reject',
  reason: 'wrong-fix',
  note: `see ${TOKEN}`,
  undoes: null,
  recipeHash: null,
  previousHash: '0'.repeat(64),
  hash: 'd'.repeat(64),
}

const { row, example } = file(
  buildR3({
    instance_id: `owner__repo-1${HOSTILE}`,
    trajectory_id: 'run-1',
    messages: [...buildConversation(), buildMessage('user', `${HOSTILE} ${TOKEN} secret name`), buildMessage('user', 'x '.repeat(150_000))],
  }),
  { decision: 'reject', decisionReason: 'wrong-fix', note: HOSTILE, reviewer: HOSTILE },
)

function reportOf(edits: Partial<Parameters<typeof applyEdits>[1]> = {}): string {
  const all = { masked: [], cutAfter: null, redactions: [], contentHash: example.contentHash, ...edits }
  const findings = { findings: [], leftOut: 0, faults: [] }
  return exampleReport({
    row,
    edited: applyEdits(example, all),
    findings,
    entries: [ENTRY],
    recipe: null,
    tokens: example.messages.map(() => 12),
    winnowVersion: '0.1.0',
  })
}

describe('an example’s report', () => {
  it('is one file that runs and fetches nothing, whatever the run says', () => {
    const page = reportOf()
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    expect(page).toContain('content="default-src &#39;none&#39;;')
    expect(page).not.toMatch(/(?:src|href)="(?!#)/)
  })

  it('tells every message, its result, and what people said', () => {
    const page = reportOf()
    for (const { index } of example.messages) expect(page).toContain(`id="m${index}"`)
    expect(page).toContain('reject: wrong-fix')
    expect(page).toContain(row.contentHash)
  })

  it('takes secrets out of texts and notes, and says how many', () => {
    const page = reportOf()
    expect(page).not.toContain(TOKEN)
    expect(page).toContain('1 place that looks like a secret')
  })

  it('cuts a very long text and says what is missing', () => {
    expect(reportOf()).toContain('37,856 more characters')
  })

  it('has nothing of what was redacted or cut', () => {
    const index = example.messages.length - 2
    const start = example.messages[index]?.content.indexOf('secret name') ?? -1
    const at = { messageIndex: index, field: 'content' as const, call: null, start, end: start + 11 }
    const page = reportOf({ redactions: [{ at, replacement: '[redacted]' }], cutAfter: index, masked: [1] })
    expect(page).not.toContain('secret name')
    expect(page).toContain('[redacted]')
    expect(page).toContain('1 message at the end stays behind')
    expect(page).not.toContain(`id="m${index + 1}"`)
  })
})

describe('a decision sheet', () => {
  it('has totals and a line an example, with the entry that decided', () => {
    const page = decisionSheet({
      rows: [row, file(buildR3({ trajectory_id: 'run-2' })).row],
      entryOf: (id) => (id === row.id ? ENTRY : null),
      selected: 'all of the workspace',
      recipe: { name: 'strict', hash: 'e'.repeat(64) },
      ledgerHead: { seq: 7, hash: ENTRY.hash },
      winnowVersion: '0.1.0',
    })
    expect(page).toContain('drop 1, keep 1')
    expect(page).toContain('wrong-fix 1')
    expect(page).toContain('rejected 1')
    expect(page).toContain('<code>dddddddddddd</code>')
    expect(page).not.toContain('<img')
  })
})
