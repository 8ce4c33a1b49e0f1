import '../../support/planted-checks.ts'
import { expect, it } from 'vitest'

import { EXPORT_COLUMNS, MEASURE_COLUMNS } from '../../../src/core/export/analysis-columns.ts'

it.each([{ columns: MEASURE_COLUMNS }, { columns: EXPORT_COLUMNS }])(
  'a table has what checks count, and not what only rules read',
  ({ columns }) => {
    const names = columns.map(({ name }) => name)
    expect(names).toContain('planted_leaves')
    expect(names).not.toContain('planted_fault')
  },
)
