import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measures } from '#measure'

const FOLDER = resolve(import.meta.dirname, '../../../src/core/measure/measures')

/** Measures a file gives, alone or as families. */
async function measuresIn(file: string): Promise<unknown[]> {
  const exported: Record<string, unknown> = await import(join(FOLDER, file))
  return Object.values(exported)
    .flat()
    .filter((value) => typeof value === 'object' && value !== null && 'compute' in value)
}

describe('the list of measures', () => {
  it.each(readdirSync(FOLDER))('has every measure of %s', async (file) => {
    const found = await measuresIn(file)
    expect(found, 'a file of this folder gives at least one measure').not.toEqual([])
    for (const measure of found) expect(measures).toContain(measure)
  })

  it('has no id twice', () => {
    const ids = measures.map(({ id }) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
  })
})
