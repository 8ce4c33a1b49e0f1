import { describe, expect, it } from 'vitest'
import { formatTable } from '../../../src/cli/format/table.ts'

describe('a table in the terminal', () => {
  const columns = [
    { heading: 'id' },
    { heading: 'size', isNumber: true, isSpare: true as const },
    { heading: 'spare', isSpare: true as const },
    { heading: 'why', longest: 80, takesRest: true as const },
  ]
  const rows = [['a'.repeat(20), '7', 'x', 'because '.repeat(6).trim()]]
  const linesAt = (width?: number) => formatTable(columns, rows, width).split('\n')

  it('shows everything where there is room', () => {
    expect(linesAt()[0]).toBe('id                    size  spare  why')
    expect(linesAt()[1]).toContain('because because because because because because')
  })

  it('cuts the column that takes the rest', () => {
    const [, line = ''] = linesAt(60)
    expect(line).toHaveLength(60)
    expect(line).toMatch(/because …$/)
  })

  it('leaves out spare columns, the last first, before that one gets too short', () => {
    expect(linesAt(50)[0]).toBe('id                    size  why')
    expect(linesAt(45)[0]).toBe('id                    why')
    expect(linesAt(45)[1]).toHaveLength(45)
  })

  it('is as wide as it must be where nothing more can go', () => {
    expect(linesAt(10)[1]).toHaveLength(42)
  })
})
