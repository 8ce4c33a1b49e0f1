import { expect, it } from 'vitest'
import { measureExample } from '#measure'
import type { JsonObject } from '#record'
import { buildExample } from '../../../support/examples.ts'
import { measuring } from '../../../support/measuring.ts'

const timeOf = (given: { extra?: JsonObject; metadata?: JsonObject }) =>
  measureExample(buildExample(given), measuring('task_time')).task_time

it.each([
  [{ extra: { created_at: '2022-03-03T15:14:54Z' } }, '2022-03-03T15:14:54Z'],
  [{ metadata: { created_at: '2022-03-03 15:14:54' } }, '2022-03-03T15:14:54Z'],
  [{ extra: { instance: { created_at: '2022-03-03T15:14:54.123456+02:00' } } }, '2022-03-03T13:14:54Z'],
  [{ extra: { created_at: '2022-03-03' } }, '2022-03-03T00:00:00Z'],
  [{ extra: { created_at: 1646320494 } }, '2022-03-03T15:14:54Z'],
  [{ extra: { created_at: 1646320494000 } }, '2022-03-03T15:14:54Z'],
  [{ extra: { created_at: 'last spring', instance: { created_at: '2022-03-03' } } }, '2022-03-03T00:00:00Z'],
])('reads the time of the task: %j', (given, time) => {
  expect(timeOf(given)).toBe(time)
})

it.each([
  {},
  { extra: { timestamp: '2022-03-03T15:14:54Z' } },
  { extra: { created_at: '2022-99-99' } },
  { extra: { created_at: 0 } },
  { extra: { created_at: 1e300 } },
  { extra: { created_at: '9'.repeat(100_000) } },
] as { extra?: JsonObject }[])('has none where the row does not say: %j', (given) => {
  expect(timeOf(given)).toBeNull()
})
