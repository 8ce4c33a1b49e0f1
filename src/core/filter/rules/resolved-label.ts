import type { Resolved } from '#record'
import { defineRule } from '../define-rule.ts'
import { labelSet } from '../parameter.ts'

const WORDS = new Map<Resolved, string>([
  [1, 'resolved (1)'],
  [0, 'failed (0)'],
  [-1, 'unknown (-1)'],
])

/** Which of the three labels pass: tests pass, tests fail, nobody knows. */
export const resolvedLabel = defineRule({
  id: 'resolved-label',
  version: 1,
  title: 'Success label',
  help: "Keeps examples by the dataset's own label: 1 the tests passed, 0 they failed, -1 nobody knows (or the row names none).",
  parameters: {
    keep: labelSet({ default: [1], help: 'The labels that pass: any of 1, 0, -1.' }),
  },
  measures: () => [],
  summarize: ({ keep }) => `keeps ${words(keep)}`,
  when: ({ keep }) => ({ kind: 'not', operand: { kind: 'in', column: 'resolved', values: keep } }),
  check: (row, { keep }) => {
    if (keep.includes(row.resolved)) return null
    return `label is ${words([row.resolved])}, the recipe keeps ${words(keep)}`
  },
})

function words(labels: Resolved[]): string {
  return labels.map((label) => WORDS.get(label) ?? String(label)).join(', ')
}
