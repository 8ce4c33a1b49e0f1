import { describe, expect, it } from 'vitest'
import { CATEGORIES, lookOf, looksOf } from '../../../src/renderer/plots/group-look.ts'

const colorOf = (...group: Parameters<typeof lookOf>) => lookOf(...group).color

describe('looks of groups', () => {
  it('keep the colours that mean something', () => {
    expect(['resolved', 'failed', 'none'].map((key, place) => colorOf('label', key, place))).toEqual([
      'var(--keep)',
      'var(--drop)',
      'var(--unknown)',
    ])
    expect(['keep', 'drop'].map((key, place) => colorOf('outcome', key, place))).toEqual(['var(--keep)', 'var(--drop)'])
  })

  it('take the palette for the rest, round and round', () => {
    expect([0, 1, 8].map((place) => colorOf('harness', 'x', place))).toEqual(['var(--cat-1)', 'var(--cat-2)', 'var(--cat-1)'])
  })

  it('are one colour when nothing is compared', () => {
    expect(colorOf(null, '', 0)).toBe('var(--accent)')
  })

  it('never tell two groups apart by colour alone', () => {
    const looks = Array.from({ length: CATEGORIES }, (_, place) => lookOf('harness', String(place), place))
    for (const part of ['color', 'glyph', 'dash'] as const) expect(new Set(looks.map((look) => look[part])).size).toBe(CATEGORIES)
  })

  it('stay the same when a selection changes which group is largest', () => {
    const order = ['openhands', 'sweagent', 'mini']
    const before = looksOf('harness', ['openhands', 'mini'], order)
    const after = looksOf('harness', ['mini', 'openhands', 'new'], order)
    expect(after[0]).toEqual(before[1])
    expect(after[1]).toEqual(before[0])
    expect(after[2]?.color).toBe('var(--cat-4)')
  })

  it('take hostile keys for keys', () => {
    expect(lookOf('label', '__proto__', 0)).toMatchObject({ key: '__proto__', color: 'var(--cat-1)' })
    expect(colorOf('label', 'constructor', 1)).toBe('var(--cat-2)')
  })

  it('call nothing none', () => {
    expect(lookOf('language', '', 2).label).toBe('none')
  })
})
