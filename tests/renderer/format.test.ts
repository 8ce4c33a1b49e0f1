import { describe, expect, it } from 'vitest'
import { formatBytes } from '../../src/renderer/widgets/format-bytes.ts'
import { formatCount, formatCounted, formatPercent, formatShort, formatValue } from '../../src/renderer/widgets/format-number.ts'
import { formatRevision } from '../../src/renderer/widgets/format-revision.ts'
import { formatDate, formatDuration } from '../../src/renderer/widgets/format-time.ts'

describe('numbers for people', () => {
  it('separate thousands and name what they count', () => {
    expect(formatCount(511668)).toBe('511,668')
    expect(formatCounted(1, 'row')).toBe('1 row')
    expect(formatCounted(12400, 'entry', 'entries')).toBe('12,400 entries')
    expect(formatShort(18422)).toBe('18.4k')
    expect(formatPercent(0.441)).toBe('44.1 %')
  })

  it('show a measure by its type and a missing one as a dash', () => {
    expect([12400, 0.12345, true, 'bash', null, undefined, ''].map(formatValue)).toEqual(['12,400', '0.123', 'yes', 'bash', '–', '–', '–'])
  })

  it('give sizes in decimal units', () => {
    expect([0, 999, 1000, 12_500, 412_345_678, 3e15].map(formatBytes)).toEqual(['0 B', '999 B', '1.0 kB', '12.5 kB', '412 MB', '3000 TB'])
  })

  it('give durations in the units people say', () => {
    expect([0.42, 48, 200, 7500, 3600].map(formatDuration)).toEqual(['0.4 s', '48 s', '3 min 20 s', '2 h 5 min', '1 h'])
  })

  it('shorten commits and leave branches alone', () => {
    expect(formatRevision('f967cba0123456789abcdef0123456789abcdef0')).toBe('f967cba')
    expect(formatRevision('local-0f9b34b66a26fcaa')).toBe('local-0f9b34b')
    expect(formatRevision('main')).toBe('main')
  })

  it('give local time to the minute, and what is no time as it is', () => {
    expect(formatDate('2026-11-21T09:12:00')).toBe('2026-11-21 09:12')
    expect(formatDate('yesterday')).toBe('yesterday')
  })
})
