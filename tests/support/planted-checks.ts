/** Checks that do what a row's first message says. Import it before anything that knows the list of checks. */
import type { Evidence } from '#record'
import type { Check } from '../../src/core/measure/checks/check.ts'
import { CHECKS } from '../../src/core/measure/checks/checks.ts'
import type { Subject } from '../../src/core/measure/types.ts'

/** Set where a later version of the checks is played, which comes to an end on every row. */
export const HEALED = 'WINNOW_TEST_HEALED'

/** `planted throw` throws, `planted hang` never ends, `planted exit` ends the thread; each "leaf" in the text is evidence. */
export const planted = plant('planted')

/** The same for rows that say `other`. */
export const other = plant('other-planted')

;(CHECKS as Check[]).push(planted, other)

function plant(id: string): Check {
  const word = id.split('-')[0] ?? id
  return {
    id,
    version: 1,
    title: `Test check ${word}`,
    kinds: { leaf: 'The word is there.' },
    measures: [
      {
        id: `${word}_leaves`,
        label: `Leaves, ${word}`,
        unit: 'leaves',
        type: 'integer',
        group: 'run',
        help: `Counted by ${word}.`,
        compute: count,
      },
    ],
    find: (subject) => find(subject, word),
  }
}

function find({ example }: Subject, word: string): Evidence[] {
  const text = example.messages[0]?.content ?? ''
  if (!process.env[HEALED]) act(text, word)
  return [...text.matchAll(/leaf/g)].map(({ index }) => ({
    kind: 'leaf',
    text: `A leaf at ${index}.`,
    certainty: 'certain',
    at: { messageIndex: 0, field: 'content', call: null, start: index, end: index + 4 },
    quote: 'leaf',
    parts: [],
  }))
}

function act(text: string, word: string): void {
  if (text.includes(`${word} throw`)) throw new Error('it was told to')
  if (text.includes(`${word} exit`)) process.exit(3)
  while (text.includes(`${word} hang`));
}

function count(evidence: readonly Evidence[], { example }: Subject): number {
  if (example.messages[0]?.content.includes('miscount')) throw new Error('it cannot count')
  return evidence.length
}
