import { spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildR1 } from '../../support/rows.ts'
import { exportOf, file, finish, folderTexts, freshFolder } from './export-desk.ts'

const FILES = ['manifest.json', 'open_swe_sft.jsonl', 'open_swe_traces_analysis.csv']

/** A process that exports 60 examples and kills itself, as kill -9 would, at a row or when the nth file is on the disk. */
const VICTIM = `
import { open } from 'node:fs/promises'
import { runExport } from './export.mjs'
const { filed, out, killAt, number } = JSON.parse(process.argv[2])
const counts = { row: 0, sync: 0 }
const reach = (point) => { if (++counts[point] === number && point === killAt) process.kill(process.pid, 'SIGKILL') }
const rows = async function* () { for (let i = 0; i < 60; i++) { reach('row'); yield { ...filed.row, id: 'run-' + i } } }
const openFile = async (path) => {
  const file = await open(path, 'wx')
  return { writeFile: (bytes) => file.writeFile(bytes), sync: async () => { await file.sync(); reach('sync') }, close: () => file.close() }
}
const facts = { winnowVersion: '0', measures: [], sources: [], recipe: null, funnel: null, ledgerHead: null, decidedAt: () => null }
const options = { target: 'tutorial', outDir: out, total: 60, rows, example: async () => filed.example, facts, now: () => new Date(0), openFile }
for await (const _ of runExport(options));
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
function killedExport(out: string, killAt: 'row' | 'sync', number: number): { signal: NodeJS.Signals | null; stderr: string } {
  const job = JSON.stringify({ filed: file(buildR1()), out, killAt, number })
  const { signal, stderr } = spawnSync(process.execPath, [join(folder, 'victim.mjs'), job], { encoding: 'utf8' })
  return { signal, stderr }
}

describe('an export that is killed', () => {
  it.each([
    ['row', 1],
    ['row', 40],
    ['sync', 1],
    ['sync', 2],
    ['sync', 3],
  ] as const)('at %s %i leaves no file under its name, and the next one completes', async (killAt, number) => {
    const out = await freshFolder()
    expect(killedExport(out, killAt, number)).toEqual({ signal: 'SIGKILL', stderr: '' })
    expect((await readdir(out)).filter((name) => !name.startsWith('.'))).toEqual([])
    await finish(exportOf([file(buildR1())], out))
    expect(Object.keys(await folderTexts(out))).toEqual(FILES)
  })

  it('leaves the export before it as it was', async () => {
    const out = await freshFolder()
    await finish(exportOf([file(buildR1())], out))
    const before = await folderTexts(out)
    expect(killedExport(out, 'sync', 3)).toEqual({ signal: 'SIGKILL', stderr: '' })
    expect(await folderTexts(out)).toMatchObject(before)
  })
})
