import { describe, expect, test } from 'vitest'
import { parseRow } from '#parse'
import { type Example, NO_EDITS } from '#record'
import { applyEdits } from '#review'
import { preference } from '../../../../src/core/export/targets/preference.ts'
import { sts } from '../../../../src/core/export/targets/sts.ts'
import type { Leaving } from '../../../../src/core/export/targets/target-format.ts'
import { buildExampleRow } from '../../../support/build-example-row.ts'
import { rowFrom } from '../../../support/leaving.ts'
import { buildRaw } from '../../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'
import { readPreference } from '../../../support/trainers/preference.ts'
import { readSession } from '../../../support/trainers/sts.ts'

const leaving = (example: Example): Leaving => ({ row: buildExampleRow({ id: example.id }), edited: applyEdits(example, NO_EDITS) })

/** The same run until its last turn, which says something else. */
function otherEnd(example: Example): Example {
  const last = example.messages.findLastIndex(({ role }) => role === 'assistant')
  return {
    ...example,
    messages: example.messages.map((message, at) => (at === last ? { ...message, content: 'Something else.' } : message)),
  }
}

describe.skipIf(!hasSharedData)('every real row (skipped: no ../shared/data)', () => {
  const examples = sharedFiles('messages-r3').flatMap((name) =>
    sharedRows(name).flatMap((row) => {
      const parsed = parseRow(buildRaw(row, { file: name }))
      return parsed.kind === 'example' ? [parsed.example] : []
    }),
  )

  test('is a session the viewer reads', () => {
    for (const example of examples) {
      const lines = rowFrom(sts, leaving(example)).row?.lines
      const session = readSession(Array.isArray(lines) ? (lines as Parameters<typeof readSession>[0]) : [], example.id)
      expect(session.messages.map(({ content }) => content)).toEqual(example.messages.map(({ content }) => content.toWellFormed()))
    }
  })

  test('makes a pair with a run that ends another way, in which all but the end is the prompt', () => {
    for (const example of examples) {
      const { row } = rowFrom(preference, [leaving(example), leaving(otherEnd(example))])
      const pair = readPreference(row ?? {}, example.id)
      expect(example.messages.slice(pair.prompt).filter(({ role }) => role === 'assistant')).toHaveLength(1)
    }
  })
})
