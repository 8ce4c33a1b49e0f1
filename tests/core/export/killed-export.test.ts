import { spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { NO_EDITS } from '#record'
import { buildR1 } from '../../support/rows.ts'
import { exportOf, file, finish, folderTexts, freshFolder, planOf } from './export-desk.ts'

const ROWS = 60

/** What every whole export of the victim's has. */
const FILES = ['manifest.json', 'row-notes.jsonl', 'rows.jsonl', 'train.jsonl', 'train.parquet', 'README.md', 'ledger.jsonl']

/**
 * A process that exports 60 examples and kills itself, as kill -9 would: at a row that is looked at or made, at a write, when the nth file is on the disk,
 * or while files are moved to their names.
 */
const VICTIM = `
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { open } from 'node:fs/promises'
const fs = createRequire(import.meta.url)('node:fs')
const { job, out, killAt, number } = JSON.parse(process.argv[2])
const counts = {}
const reach = (point) => {
  counts[point] = (counts[point] ?? 0) + 1
  if (counts[point] === number && point === killAt) process.kill(process.pid, 'SIGKILL')
}
const rename = fs.promises.rename
fs.promises.rename = async (...paths) => { reach('before-move'); await rename(...paths); reach('after-move') }
syncBuiltinESMExports()
const { runExport, makeRow, targetOf, countPeople, OverrideCount } = await import('./export.mjs')
const rows = async function* () { for (let i = 0; i < ${ROWS}; i++) { reach('row'); yield { ...job.row, id: 'run-' + String(i).padStart(2, '0') } } }
const units = Array.from({ length: ${ROWS} }, (_, i) => ({ ids: ['run-' + String(i).padStart(2, '0')], split: null }))
const format = targetOf(job.plan.target)
const maker = { format, files: format.files, context: { ...job.plan, template: null, encoder: null } }
const makeRows = async function* (wanted) {
  for await (const unit of wanted) {
    reach('made')
    yield { unit, made: makeRow(maker, unit.rows.map((row) => ({ row, example: job.example, edits: job.edits }))) }
  }
}
const openFile = async (path) => {
  const file = await open(path, 'wx')
  return {
    writeFile: async (bytes) => { await file.writeFile(bytes); reach('write') },
    sync: async () => { await file.sync(); reach('sync') },
    close: () => file.close(),
  }
}
const people = { ...countPeople([], new Map()), overrides: new OverrideCount().rates() }
const facts = { ...job.facts, people, decisionOf: () => null, ledgerLines: () => [], overrides: async function* () {} }
const options = { plan: job.plan, chosen: { ...job.chosen, units }, outDir: out, rows, makeRows, facts, openFile }
for await (const _ of runExport(options));
console.log(JSON.stringify(counts))
`

let folder = ''

beforeAll(async () => {
  folder = await freshFolder()
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: 'src/core/export/index.ts', outDir: folder, rolldownOptions: { output: { entryFileNames: 'export.mjs' } } },
  })
  await writeFile(join(folder, 'victim.mjs'), VICTIM)
})

/** How the process ended, and what it said if it was not killed. */
function killedExport(out: string, killAt: string, number: number): { signal: NodeJS.Signals | null; stdout: string; stderr: string } {
  const filed = file(buildR1())
  const plan = planOf('trl')
  const { facts, chosen } = exportOf([], out, { plan: { ...plan, options: { ...plan.options, withParquet: true } } })
  const job = {
    row: filed.row,
    example: filed.example,
    edits: NO_EDITS,
    facts,
    chosen,
    plan: { ...plan, options: { ...plan.options, withParquet: true } },
  }
  const given = JSON.stringify({ job, out, killAt, number })
  const { signal, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'victim.mjs'), given], { encoding: 'utf8' })
  return { signal, stdout, stderr }
}

/** Before anything has its name, and then while everything gets it. */
const WRITING = [
  ...[1, 17, 60].map((number) => ['row', number] as const),
  ...[1, 30, 60].map((number) => ['made', number] as const),
  ...[1, 2, 5].map((number) => ['write', number] as const),
  ...[1, 2, 3, 5, 7].map((number) => ['sync', number] as const),
]
const MOVING = [
  ...[1, 3, 6].map((number) => ['before-move', number] as const),
  ...[1, 4, 7].map((number) => ['after-move', number] as const),
]

describe('an export that is killed', () => {
  it.each(WRITING)('at %s %i leaves no file under its name, and the export before it as it was', async (killAt, number) => {
    const out = await freshFolder()
    await finish(exportOf([file(buildR1())], out))
    const before = await folderTexts(out)
    expect(killedExport(out, killAt, number)).toEqual({ signal: 'SIGKILL', stdout: '', stderr: '' })
    expect(await folderTexts(out)).toMatchObject(before)
    expect((await readdir(out)).filter((name) => !name.startsWith('.')).sort()).toEqual(Object.keys(before).sort())
  })

  it('is completed by the next one, byte for byte what an export nobody killed gives', async () => {
    const whole = await freshFolder()
    const { signal, stdout } = killedExport(whole, 'never', 0)
    expect([signal, JSON.parse(stdout)]).toEqual([null, expect.objectContaining({ made: ROWS })])
    const expected = await folderTexts(whole)
    expect(Object.keys(expected)).toEqual(expect.arrayContaining(FILES))
    const out = await freshFolder()
    for (const [killAt, number] of MOVING) {
      expect(killedExport(out, killAt, number).signal).toBe('SIGKILL')
      const texts = await folderTexts(out)
      // A file under its name is whole, and a manifest is there when all others are.
      for (const [name, text] of Object.entries(texts)) if (!name.startsWith('.')) expect(text).toBe(expected[name])
      if (texts['manifest.json'] !== undefined) expect(texts).toMatchObject(expected)
    }
    expect(killedExport(out, 'never', 0).signal).toBeNull()
    expect(await folderTexts(out)).toEqual(expected)
  })
})
