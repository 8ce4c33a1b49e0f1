import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../src/renderer/plots/csv.ts'
import type { PlotTable } from '../../../src/renderer/plots/types.ts'

const table = (...rows: PlotTable['rows']): PlotTable => ({ columns: [{ title: 'Tool' }, { title: 'Calls', isNumber: true }], rows })

describe('csvOf', () => {
  it('writes a header and a line a row, nothing for null', () => {
    expect(csvOf(table(['bash', 12], ['think', null]))).toBe('Tool,Calls\nbash,12\nthink,\n')
  })

  it('quotes commas, quotes and line breaks', () => {
    expect(csvOf(table(['a,b', 1], ['say "x"', 2], ['two\nlines', 3]))).toBe('Tool,Calls\n"a,b",1\n"say ""x""",2\n"two\nlines",3\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\uFF1D1'])('keeps a spreadsheet from running %j', (key) => {
    expect(csvOf(table([key, 1]))).toBe(`Tool,Calls\n'${key},1\n`)
  })

  it('keeps negative numbers numbers and exact', () => {
    expect(csvOf(table(['x', -0.1], ['y', 1e21], ['z', Number.NaN]))).toBe('Tool,Calls\nx,-0.1\ny,1e+21\nz,\n')
  })
})
