import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXPORT_TARGETS } from '#export'
import { MARKER_CHECKS, SPLITS } from '#record'

const text = readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8')

describe('docs/export.md', () => {
  it('has a line for every target, in the order the screens offer them', () => {
    const told = [...text.matchAll(/^\| `([a-z]+)` \| [^|]+ \| [^|]+ \| [^|]+ \| [^|]+ \|$/gm)].map(([, id]) => id)
    expect(told).toEqual(EXPORT_TARGETS.map(({ id }) => id))
  })

  it('has a line for every marker check, in the order they are told', () => {
    const section = text.slice(text.indexOf('| check | asks |'), text.indexOf('## Files'))
    expect([...section.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, id]) => id)).toEqual([...MARKER_CHECKS])
  })

  it('names every policy that a target offers, and every split', () => {
    const policies = ['reasoning', 'masks', 'overlong', 'lost']
    const offered = new Set(EXPORT_TARGETS.flatMap(({ options }) => options).filter((option) => policies.includes(option)))
    for (const policy of offered) expect(text).toContain(`| \`${policy}\` | \``)
    for (const split of SPLITS) expect(text).toContain(`${split}.jsonl`)
  })
})
