import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type OpenFileForWriting, writeAnalysisCsv } from '#export'
import { MEASURE_INFO, tutorialColumns } from '#measure'
import { buildExampleRow } from '../../support/build-example-row.ts'
import { readTable } from '../../support/read-csv.ts'
import { freshFolder } from './export-desk.ts'

describe('the analysis table', () => {
  it('has every measure people read in order, one line a measured row, and makes the folder it is asked for', async () => {
    const path = join(await freshFolder(), 'new', 'analysis.csv')
    const rows = [
      buildExampleRow({ values: { instance_id: '@owner', patch_add: -1, is_resolved: true } }),
      buildExampleRow({ id: 'later', isMeasured: false }),
    ]
    const written = await writeAnalysisCsv(path, rows)
    expect(written).toEqual({ rows: 1, columns: MEASURE_INFO.filter(({ isInternal }) => !isInternal).map(({ id }) => id) })
    const [row, ...rest] = readTable(await readFile(path, 'utf8'))
    expect(rest).toEqual([])
    expect(row).toMatchObject({ instance_id: "'@owner", patch_add: '-1', is_resolved: 'True', category: '' })
    expect(Object.keys(row ?? {})).toEqual(written.columns)
  })

  it('begins with the tutorial’s 22 columns and has a tally as JSON text in one cell', async () => {
    const path = join(await freshFolder(), 'analysis.csv')
    const tools = { bash: { calls: 12, failed: 1 }, 'say "hi", please': { calls: 1, failed: 0 } }
    const { columns } = await writeAnalysisCsv(path, [buildExampleRow({ values: { tools: JSON.stringify(tools) } })])
    expect(columns.slice(0, 22)).toEqual(tutorialColumns)
    const [row] = readTable(await readFile(path, 'utf8'))
    expect(JSON.parse(row?.tools ?? '')).toEqual(tools)
  })

  it('replaces an earlier table whole, and leaves it when it is cancelled', async () => {
    const folder = await freshFolder()
    const path = join(folder, 'analysis.csv')
    await writeFile(path, 'old')
    await expect(writeAnalysisCsv(path, [buildExampleRow()], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      fault: { kind: 'cancelled', culprit: path },
    })
    expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['analysis.csv'], 'old'])
    await writeAnalysisCsv(path, [buildExampleRow()])
    expect(readTable(await readFile(path, 'utf8'))).toHaveLength(1)
  })

  it('leaves an earlier table when the disk is full', async () => {
    const folder = await freshFolder()
    const path = join(folder, 'analysis.csv')
    await writeFile(path, 'old')
    const fullDisk: OpenFileForWriting = async () => ({
      writeFile: async () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
      sync: async () => undefined,
      close: async () => undefined,
    })
    await expect(writeAnalysisCsv(path, [buildExampleRow()], { openFile: fullDisk })).rejects.toMatchObject({
      fault: { kind: 'disk-full' },
    })
    expect(await readFile(path, 'utf8')).toBe('old')
  })

  it('may not be a folder', async () => {
    const path = join(await freshFolder(), 'analysis.csv')
    await mkdir(path)
    await expect(writeAnalysisCsv(path, [])).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: path } })
  })

  // Node's recursive mkdir spins for ever there.
  it.skipIf(process.platform !== 'linux')('says so when the file system makes no folders', async () => {
    await expect(writeAnalysisCsv('/proc/nope/analysis.csv', [buildExampleRow()])).rejects.toMatchObject({ fault: { kind: 'not-found' } })
  })
})
