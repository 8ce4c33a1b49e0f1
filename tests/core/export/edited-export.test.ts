import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ExampleEdits, type JsonObject, NO_EDITS } from '#record'
import { buildConversation, buildMessage, buildR1 } from '../../support/rows.ts'
import { exportOf, file, finish, folderTexts, freshFolder } from './export-desk.ts'

const SECRET = 'ghp_0123456789'
const trajectory = [...buildConversation().slice(0, 6), buildMessage('assistant', `token ${SECRET}`), buildMessage('assistant', 'Done.')]
const row = buildR1({ trajectory, model_patch: `diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n+${SECRET}\n` })
const filed = file(row)
const plain = file(buildR1({ trajectory_id: 'run-2' }))

function edits(known: Partial<ExampleEdits>): ExampleEdits {
  return { ...NO_EDITS, contentHash: filed.row.contentHash, ...known }
}

/** Exports an edited and an untouched example: the edited record, what is noted of its edits, their sums, the warnings, and all text that left. */
async function exported(standing: ExampleEdits) {
  const out = await freshFolder()
  const editsOf = (id: string) => (id === filed.row.id ? standing : NO_EDITS)
  const { result } = await finish(exportOf([filed, plain], out, { editsOf }))
  const lines = (await readFile(join(out, 'open_swe_sft.jsonl'), 'utf8')).trimEnd().split('\n')
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as { edits: JsonObject }
  const [record, other] = lines.map((line) => JSON.parse(line) as JsonObject & { messages: JsonObject[]; chatml: string })
  const texts = await folderTexts(out)
  const notes = (texts['row-notes.jsonl'] ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as JsonObject)
  const noted = notes.filter(({ about }) => about === 'edits')
  return { record, other, noted, sums: manifest.edits, warnings: result.warnings, texts }
}

const redaction = (messageIndex: number | null, field: 'content' | 'patch', text: string) => {
  const start = text.indexOf(SECRET)
  return { at: { messageIndex, field, call: null, start, end: start + SECRET.length }, replacement: '[secret]' }
}

test('an example nobody edited leaves as ever, and nothing is said of edits', async () => {
  const { record, noted, sums, warnings } = await exported(NO_EDITS)
  expect(record).not.toHaveProperty('context_only')
  expect([noted, sums.examples]).toEqual([[], 0])
  expect(warnings).toEqual(['2 rows lose calls (5 messages).', 'row-notes.jsonl lists each of these rows.'])
})

test('redacted text is in no file of the export', async () => {
  const redactions = [redaction(6, 'content', `token ${SECRET}`), redaction(null, 'patch', filed.example.patch ?? '')]
  const { record, texts, noted, sums } = await exported(edits({ redactions }))
  expect(record?.messages[6]?.content).toBe('token [secret]')
  expect(record?.chatml).toContain('token [secret]')
  expect(record?.model_patch).toMatch(/\+\[secret\]\n$/)
  expect(JSON.stringify(texts)).not.toContain(SECRET)
  expect(noted).toEqual([expect.objectContaining({ ids: [filed.row.id], kind: 'changed', text: 'As people left it: 2 redactions.' })])
  expect(sums).toMatchObject({ examples: 1, redactions: 2 })
})

test('a cut leaves the tail behind, and a row with context-only turns lists them', async () => {
  const { record, other, noted, sums, warnings } = await exported(edits({ cutAfter: 5, masked: [4, 7] }))
  expect(record).toMatchObject({ n_messages: 6, context_only: [4], traj_tokens: filed.row.values.traj_tokens })
  expect(record?.messages).toHaveLength(6)
  expect(record?.chatml).not.toContain(SECRET)
  expect(other).not.toHaveProperty('context_only')
  expect(noted).toEqual([
    expect.objectContaining({
      ids: [filed.row.id],
      messages: [4],
      text: 'As people left it: 1 turn is context only; cut after message 5, 2 messages stay behind.',
    }),
  ])
  expect(sums).toMatchObject({ cut: 1, masked: 1, masked_messages: 1 })
  expect(warnings.join('\n')).toMatch(/1 example has context-only turns \(1 in all\)[\s\S]*1 example is cut before the end/)
})

test('edits about other bytes are not applied, and told with the example', async () => {
  const { record, noted, warnings } = await exported(edits({ cutAfter: 3, contentHash: 'f'.repeat(64) }))
  expect(record?.messages).toHaveLength(8)
  expect(noted).toEqual([expect.objectContaining({ kind: 'lost' })])
  expect(warnings.join()).toContain(filed.row.id)
})

test('an example of which nothing is trained is told', async () => {
  const { warnings } = await exported(edits({ masked: [2, 4, 6, 7] }))
  expect(warnings.join()).toContain('nothing of them is trained on')
})
