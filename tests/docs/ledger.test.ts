import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ENTRY_KINDS, type LedgerEntry } from '#record'
import { appendTo, checkChain } from '#review'

const text = readFileSync(resolve(import.meta.dirname, '../../docs/ledger.md'), 'utf8')

test('the entry shown is one Winnow would have written', () => {
  const shown = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '') as LedgerEntry
  const { seq: _, time, previousHash: __, hash: ___, ...said } = shown
  expect(appendTo(null, said, () => new Date(time))).toEqual(shown)
  expect(checkChain([shown]).problems).toEqual([])
})

test('every kind is told', () => {
  expect(ENTRY_KINDS.filter((kind) => !text.includes(`\`${kind}\``))).toEqual([])
})
