import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { appendTo, GENESIS_HASH } from '#review'
import { chain, draft } from './ledger-builder.ts'

test('the first entry follows 64 zeros', () => {
  const [first] = chain(draft('accept'))
  expect(first).toMatchObject({ seq: 1, previousHash: GENESIS_HASH, time: '2025-01-01T00:00:00.000Z' })
  expect(GENESIS_HASH).toBe('0'.repeat(64))
})

test('the hash is sha256 over the other fields as JSON with sorted keys', () => {
  const entry = appendTo(
    { seq: 6, hash: 'ab', time: '1970-01-01T00:00:00.000Z' },
    draft('reject', { reason: 'wrong-fix' }),
    () => new Date(0),
  )
  const json =
    '{"contentHash":"c1","exampleId":"e1","kind":"reject","note":null,"previousHash":"ab","reason":"wrong-fix","recipeHash":null,' +
    '"reviewer":"ana","seq":7,"time":"1970-01-01T00:00:00.000Z","undoes":null}'
  expect(entry.hash).toBe(createHash('sha256').update(json).digest('hex'))
})

test('an entry names the hash of the one before', () => {
  const [first, second] = chain(draft('accept'), draft('reject'))
  expect(second?.previousHash).toBe(first?.hash)
})
