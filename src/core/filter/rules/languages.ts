import { defineRule } from '../define-rule.ts'
import { textSet } from '../parameter.ts'
import type { Expression } from '../types.ts'

/** Repository languages that pass. */
export const languages = defineRule({
  id: 'languages',
  version: 1,
  title: 'Languages',
  help: 'Keeps examples whose repository language is in the list. A row that names no language counts as "unknown", as in the tutorial.',
  parameters: {
    allow: textSet({ default: [], help: 'Languages in any case, such as [go, python]; an empty list lets all through.' }),
  },
  measures: () => [],
  summarize: ({ allow }) => (allow.length === 0 ? 'all languages' : `only ${allow.join(', ')}`),
  when: ({ allow }) => {
    if (allow.length === 0) return { kind: 'constant', value: false }
    const listed: Expression = { kind: 'in', column: 'language', values: allow }
    const unknown: Expression = { kind: 'compare', column: 'language', operator: '==', value: null }
    return { kind: 'not', operand: allow.includes('unknown') ? { kind: 'or', left: listed, right: unknown } : listed }
  },
  check: (row, { allow }) => {
    const language = row.language ?? 'unknown'
    if (allow.length === 0 || allow.includes(language)) return null
    return `language is ${language}, the recipe allows ${allow.join(', ')}`
  },
})
