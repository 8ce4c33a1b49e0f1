/** A process of its own for tests that kill one: `hold` opens a workspace and waits, `write` puts rows and entries until it is killed, `judge` judges by one plan and another. */
import { fault } from '#record'
import { appendTo } from '#review'
import { openWorkspace } from '#store'
import { draft } from '../review/ledger-builder.ts'
import { atMost } from './judging/plans.ts'
import { anExample, aRow, MEASURES } from './workspace-builder-data.ts'

const [, , mode, folder = ''] = process.argv
const workspace = await openWorkspace(folder, { measures: MEASURES })
process.stdout.write('open\n')
if (mode === 'write') await writeForever()
else if (mode === 'judge') await judgeForever()
else if (mode === 'hold') setInterval(() => undefined, 1000)
else throw fault('bad-input', `There is no mode ${mode}.`)

/** Says each batch after it was acknowledged, so that the parent knows what must be there. */
async function writeForever(): Promise<never> {
  const { record, analysis } = workspace
  const source = record.addSource({ uri: '/data', kind: 'folder', revision: null }, '2025-01-01T00:00:00.000Z').id
  for (let batch = 0; ; batch++) {
    const rows = Array.from({ length: 20 }, (_, n) => aRow({ id: `e${batch}-${n}`, row: batch * 20 + n, value: 'x'.repeat(2000) }))
    record.putRows(source, { path: 'a.jsonl', nextRow: (batch + 1) * 20, isDone: false, isIndexed: false }, rows, [])
    record.appendEntries([appendTo(record.ledgerHead(), draft('accept', { exampleId: `e${batch}-0` }), () => new Date(0))])
    process.stdout.write(`${batch}\n`)
    await analysis.putExamples(rows.map(({ index }) => anExample(index)))
  }
}

/** Says each plan's number before everything is judged by it. */
async function judgeForever(): Promise<never> {
  const { analysis } = workspace
  await analysis.putExamples(Array.from({ length: 10_000 }, (_, n) => anExample({ id: `e${n}` }, { tokens: n % 10 })))
  for (let most = 1; ; most = (most + 1) % 10) {
    process.stdout.write(`${most}\n`)
    await analysis.judge(atMost(most))
  }
}
