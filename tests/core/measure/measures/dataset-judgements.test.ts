import { expect, it } from 'vitest'
import { measureExample } from '#measure'
import { buildExample } from '../../../support/examples.ts'
import { measuring } from '../../../support/measuring.ts'

it.each([
  [{ git_hack_attempted: true }, true],
  [{ git_hack_attempted: false }, false],
  [{ git_hack_attempted: null }, null],
  [{ git_hack_attempted: 'no' }, null],
  [{}, null],
])('takes the dataset at its word about hacks: %j', (metadata, said) => {
  expect(measureExample(buildExample({ metadata }), measuring('git_hack_attempted'))).toEqual({ git_hack_attempted: said })
})
