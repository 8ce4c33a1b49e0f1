import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measures } from '#measure'

const FOLDER = resolve(import.meta.dirname, '../../../src/core/measure/measures')

/** What a file gives, families taken apart. */
async function exportsOf(file: string): Promise<unknown[]> {
  const exported: Record<string, unknown> = await import(join(FOLDER, file))
  return Object.values(exported).flat()
}

const isMeasure = (value: unknown) => typeof value === 'object' && value !== null && 'compute' in value

describe('the list of measures', () => {
  it.each(readdirSync(FOLDER))('has every measure of %s', async (file) => {
    const exported = await exportsOf(file)
    const isMaker = exported.length > 0 && exported.every((one) => typeof one === 'function')
    const found = exported.filter(isMeasure)
    expect(found.length > 0 || isMaker, 'a file of this folder gives measures, or makes them for others').toBe(true)
    for (const measure of found) expect(measures).toContain(measure)
  })

  it.each(['id', 'label', 'help'] as const)('has no %s twice', (field) => {
    const said = measures.map((measure) => measure[field])
    expect(said.filter((text, place) => said.indexOf(text) !== place)).toEqual([])
  })
})
