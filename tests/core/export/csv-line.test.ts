import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../src/core/export/csv-line.ts'
import { readCsv } from '../../support/read-csv.ts'

describe('a line of CSV', () => {
  it('writes nothing for null, and booleans as pandas does', () => {
    expect(csvLine([null, undefined, true, false, Number.NaN])).toBe(',,True,False,\n')
  })

  it('quotes what needs it and only that', () => {
    expect(csvLine(['plain', 'a,b', 'say "hi"', 'two\nlines', 'cr\rhere', ' spaced '])).toBe(
      'plain,"a,b","say ""hi""","two\nlines","cr\rhere", spaced \n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a', '=cmd|"/c calc"!A1'])(
    'puts an apostrophe before a text a spreadsheet would run: %j',
    (text) => {
      expect(readCsv(csvLine([text]))).toEqual([[`'${text}`]])
    },
  )

  it('leaves numbers and harmless texts alone', () => {
    expect(csvLine([-1, 1e21, 0.5, 'a=b', '(-1)', "'quoted"])).toBe("-1,1e+21,0.5,a=b,(-1),'quoted\n")
  })

  it('reads back as it was, whatever the texts', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '=', 'a') }),
      fc.integer(),
    )
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const cells = readCsv(csvLine(values))[0] ?? []
        expect(cells).toHaveLength(values.length)
        for (const [index, cell] of cells.entries()) expect([String(values[index]), `'${values[index]}`]).toContain(cell)
      }),
    )
  })
})
