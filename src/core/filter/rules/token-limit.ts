import { defineRule } from '../define-rule.ts'
import { choice, integer } from '../parameter.ts'
import { DEFAULT_TOKEN_MEASURE, TOKEN_MEASURES } from '../token-measures.ts'

/** At most so many tokens, by a chosen count. */
export const tokenLimit = defineRule({
  id: 'token-limit',
  version: 1,
  title: 'Token limit',
  help: 'Drops examples longer than the limit. traj_tokens counts the joined text of all messages in cl100k_base, as the tutorial does; your trainer may count otherwise.',
  parameters: {
    max: integer({ default: 32_000, min: 1, max: 1_000_000_000, help: 'The largest number of tokens that passes, from 1.' }),
    measure: choice({
      default: DEFAULT_TOKEN_MEASURE,
      allowed: TOKEN_MEASURES,
      help: `Which count is limited: ${TOKEN_MEASURES.join(', ')}.`,
    }),
  },
  measures: ({ measure }) => [measure],
  summarize: ({ max, measure }) => `at most ${count(max)} tokens (${measure})`,
  when: ({ max, measure: column }) => ({
    kind: 'or',
    left: { kind: 'compare', column, operator: '==', value: null },
    right: { kind: 'compare', column, operator: '>', value: max },
  }),
  check: (row, { max, measure }) => {
    const tokens = row.values[measure]
    if (typeof tokens !== 'number') return `${measure} has no value here, limit ${count(max)}`
    if (tokens <= max) return null
    const named = measure === DEFAULT_TOKEN_MEASURE ? 'tokens' : `tokens (${measure})`
    return `${count(tokens)} ${named}, limit ${count(max)}`
  },
})

function count(value: number): string {
  return value.toLocaleString('en-US')
}
