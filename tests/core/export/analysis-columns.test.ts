import { expect, it } from 'vitest'
import { MEASURE_INFO } from '#measure'
import { EXPORT_COLUMNS, MEASURE_COLUMNS } from '../../../src/core/export/analysis-columns.ts'

const internal = MEASURE_INFO.filter(({ isInternal }) => isInternal).map(({ id }) => id)

it.each([{ columns: MEASURE_COLUMNS }, { columns: EXPORT_COLUMNS }])('a table has nothing that only rules read', ({ columns }) => {
  expect(internal.length).toBeGreaterThan(0)
  expect(columns.map(({ name }) => name).filter((name) => internal.includes(name))).toEqual([])
})
