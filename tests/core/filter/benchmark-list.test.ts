import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBenchmarkList } from '#filter'
import { csvRecords } from '../../../src/core/filter/book/csv-records.ts'

const LINES = `# a comment
owner__name-12   # behind an id
Owner/name#7

owner/other
instance_own__pro-${'a1'.repeat(20)}-vnan
owner__name-12
`

describe('a benchmark list', () => {
  it('of lines has tasks and repositories, in lower case, once; its words do not count', () => {
    const { name, tasks, repositories, sha256 } = parseBenchmarkList(LINES, 'Mine.txt')
    expect([name, [...tasks].sort(), [...repositories].sort()]).toEqual([
      'mine',
      ['owner/name#12', 'owner/name#7'],
      ['own/pro', 'owner/name', 'owner/other'],
    ])
    expect(parseBenchmarkList(`# other words\n${LINES}`, 'Mine.txt').sha256).toBe(sha256)
  })

  it('may be JSON, JSON lines or CSV with instance_id, and is the same list', () => {
    const rows = [
      { instance_id: 'own_er_name_pr5', repo: 'own/er_name' },
      { instance_id: 'a__b-2', patch: 'x,"\n"' },
    ]
    const files = {
      'a.json': JSON.stringify(rows),
      'b.JSONL': `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
      'c.csv': 'patch,instance_id,repo\r\n"x,""\n""",a__b-2,\r\n,own_er_name_pr5,own/er_name',
    }
    for (const [name, text] of Object.entries(files))
      expect([...parseBenchmarkList(text, name).tasks].sort()).toEqual(['a/b#2', 'own/er_name#5'])
    expect(parseBenchmarkList('\ufeff["a__b-2"]', 'd.json').tasks).toEqual(['a/b#2'])
  })

  it.each([
    ['x.txt', 'a__b-2\nhello', 'line 2'],
    ['x.txt', 'swe-play-0', 'swe-play-0'],
    ['x.json', '{"a": 1}', 'not a list'],
    ['x.json', '[{"id": "a__b-2"}]', 'entry 1'],
    ['x.jsonl', '{"instance_id": "a__b-2"}\n{', 'line 2'],
    ['x.csv', 'id,repo\na__b-2,a/b', 'instance_id'],
    ['x.csv', 'instance_id\nnope', 'record 1'],
  ])('%s that is not read whole is refused: %j', (name, text, part) => {
    expect(() => parseBenchmarkList(text, name)).toThrow(part)
    expect(() => parseBenchmarkList(text, name)).toThrow(name)
  })

  it('is the same list when its lines are put in another order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9_999 })), (numbers) => {
        const lines = (order: readonly number[]) => order.map((number) => `a__b-${number}`).join('\n')
        const { tasks, sha256 } = parseBenchmarkList(lines(numbers), 'a.txt')
        expect(tasks).toHaveLength(numbers.length)
        expect(parseBenchmarkList(lines([...numbers].reverse()), 'a.txt').sha256).toBe(sha256)
      }),
    )
  })
})

describe('CSV records', () => {
  it('are what was written, and end at once on quotes without end', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 8 })
    const record = fc.array(cell, { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        const text = records.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(csvRecords(text)).toEqual(records)
      }),
    )
    expect(csvRecords(`a,"${'x'.repeat(1_000_000)}`)).toHaveLength(1)
    expect(csvRecords('a\n\nb,c\n')).toEqual([['a'], ['b', 'c']])
  })
})

describe('the lists that ship', () => {
  it.each([
    ['swe-bench-verified.txt', 500, 12],
    ['swe-bench-lite.txt', 300, 12],
    ['swe-bench-multilingual.txt', 300, 41],
    ['swe-bench-pro.txt', 0, 11],
  ])('%s has %i tasks of %i repositories, as its head says', (name, keys, repos) => {
    const text = readFileSync(resolve(import.meta.dirname, '../../../resources/benchmarks', name), 'utf8')
    const list = parseBenchmarkList(text, name)
    expect([list.tasks.length, list.repositories.length]).toEqual([keys, repos])
    expect(text.slice(0, text.indexOf('\n'))).toContain(String(keys))
    expect(text).toMatch(/Source: github\.com\//)
  })
})
