import { describe, expect, it } from 'vitest'
import { type AddProgressEvent, addFigures, phaseWords, shareDone } from '../../../src/renderer/open/add-figures.ts'

function progress(part: Partial<AddProgressEvent> = {}): AddProgressEvent {
  return {
    kind: 'progress',
    phase: 'indexing',
    file: 'data/a.parquet',
    filesDone: 83,
    files: 200,
    rows: 199_200,
    totalRows: 480_000,
    rejected: 0,
    rowsPerSecond: 9000,
    bytesFetched: 84_000_000,
    requests: 402,
    bytesPerSecond: 3_100_000,
    secondsLeft: 31.4,
    ...part,
  }
}

const named = (event: AddProgressEvent) => Object.fromEntries(addFigures(event).map(({ name, value }) => [name, value]))

describe('how far an add is', () => {
  it('is said in words', () => {
    expect(phaseWords(progress())).toBe('Indexing 84 of 200 files')
    expect(phaseWords(progress({ phase: 'reading', filesDone: 1, files: 1 }))).toBe('Reading 1 of 1 file')
  })

  it('is a share of the rows where their number is known, else of the files', () => {
    expect(shareDone(progress())).toEqual({ done: 199_200, total: 480_000 })
    expect(shareDone(progress({ rows: 500_000 }))).toEqual({ done: 480_000, total: 480_000 })
    expect(shareDone(progress({ totalRows: null }))).toEqual({ done: 83, total: 200 })
  })

  it('has the numbers of the network only where there is one', () => {
    expect(named(progress())).toMatchObject({
      rows: '199,200 of 480,000',
      fetched: '84.0 MB',
      requests: '402',
      speed: '3.1 MB/s',
      left: '31 s',
    })
    const local = named(progress({ requests: 0, bytesFetched: 0, totalRows: null, secondsLeft: null }))
    expect(local).toEqual({ rows: '199,200', rejected: '0', 'rows a second': '9,000', left: '–' })
  })
})
