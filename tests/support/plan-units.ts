import fc from 'fast-check'
import type { ExportPlan } from '#record'
import type { Candidate, PlanUnit } from '../../src/core/export/plan/candidate.ts'

/** An example to choose from, of which only what matters is given. */
export function candidate(given: Partial<Candidate> & { id: string }): Candidate {
  const none = { instance: null, repo: null, language: null, harness: null, model: null, category: null }
  return { ...none, state: '', task: null, issue: null, issueGroup: null, patch: null, patchGroup: null, time: null, ...given }
}

/** An example as a unit. */
export function unit(given: Partial<Candidate> & { id: string }): PlanUnit {
  return { one: candidate(given), other: null }
}

/** A plan, of which only what matters is given. */
export function planOf(choice: Partial<ExportPlan['choice']>, splits: ExportPlan['splits'] = null): ExportPlan {
  return {
    target: 'trl',
    choice: { selection: {}, queue: null, outcome: 'keep', caps: [], mixture: null, limit: null, seed: 7, ...choice },
    splits,
    policies: { reasoning: 'as-is', masks: 'take-whole', overlong: 'take', lost: 'take' },
    options: { arguments: 'as-needed', contextLength: null, template: null, withReferencePatch: false, withParquet: false },
  }
}

const some = (names: readonly string[]) => fc.option(fc.constantFrom(...names), { nil: null })

/** Units whose keys are shared by many, so that groups cross one another. */
export const units: fc.Arbitrary<PlanUnit[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 6 }),
      instance: some(['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8']),
      task: some(['t1', 't2', 't3']),
      repo: some(['a/a', 'b/b', 'B/b', 'c/c', 'd/d', 'e/e', 'f/f']),
      language: some(['go', 'python', 'rust']),
      harness: some(['openhands', 'sweagent']),
      patch: some(['p1', 'p2', 'p3', 'p4', 'p5']),
      issueGroup: some(['g1', 'g2']),
      patchGroup: some(['q1', 'q2', 'q3']),
      time: fc.constantFrom('2021-01-01T00:00:00Z', '2022-01-01T00:00:00Z', '2023-05-05T00:00:00Z', '2024-01-01T00:00:00Z'),
    }),
    { selector: ({ id }) => id, maxLength: 60 },
  )
  .map((found) => found.map(unit))

/** Items by a key, in the order the keys come. */
export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
