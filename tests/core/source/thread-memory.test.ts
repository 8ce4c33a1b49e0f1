import { expect, it } from 'vitest'
import { threadMemory } from '../../../src/core/source/thread-memory.ts'

const GB = 1024 ** 3

it.each([
  ['half of a small machine', 8 * GB, false, 4096],
  ['no more than 8 GB', 64 * GB, false, 8192],
  ['no more than 2 GB where all threads share one heap', 64 * GB, true, 2048],
])('a reading thread may use %s', (_, machine, isElectron, expected) => {
  expect(threadMemory(machine, isElectron)).toBe(expected)
})
