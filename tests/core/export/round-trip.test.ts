import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRow } from '#parse'
import type { Example, ExampleEdits, Json, JsonObject } from '#record'
import { FORMATS } from '../../../src/core/export/formats.ts'
import { hostileRow } from '../../support/hostile-chats.ts'
import { buildRaw } from '../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../support/shared-rows.ts'
import { contextOf, pairRoundTrip, READERS, roundTrip } from './round-trip-desk.ts'

const formats = FORMATS.filter(({ info }) => READERS[info.id])
const preference = FORMATS.filter(({ info }) => info.unit === 'pair')

/** The example of a row; null where the row is rejected, and never leaves. */
function exampleOf(value: Json, file = 'rows.jsonl'): Example | null {
  const parsed = parseRow(buildRaw(value, { file }))
  return parsed.kind === 'example' ? parsed.example : null
}

/** Fails with what was lost, and of what; the numbers of a failing run can be given to fast-check again. */
function report(losses: readonly string[], row: Json): void {
  if (losses.length > 0) throw new Error(`${losses.join('; ')}: ${JSON.stringify(row)}`)
}

const realRows = sharedFiles('').flatMap((name) => sharedRows(name).flatMap((row) => exampleOf(row, name) ?? []))

/** The same question in front of any run, so that two of them can be a pair. */
function asked(row: JsonObject): JsonObject {
  return { ...row, messages: [{ role: 'user', content: 'Fix the other one.' }, ...(Array.isArray(row.messages) ? row.messages : [])] }
}

/** Masks every second turn of the assistant, and cuts behind three quarters. */
function editsOf({ messages, contentHash }: Example): ExampleEdits {
  const turns = messages.filter(({ role }) => role === 'assistant').map(({ index }) => index)
  return { masked: turns.filter((_, at) => at % 2 === 0), cutAfter: Math.floor(messages.length * 0.75), redactions: [], contentHash }
}

describe.each(formats)('an export to $info.id', (format) => {
  test.skipIf(!hasSharedData)('gives back every real row, or its notes name the loss (skipped: no ../shared/data)', () => {
    const losses = realRows.flatMap((example) => roundTrip(format, example).map((loss) => `${example.id} ${loss}`))
    expect(losses.slice(0, 20)).toEqual([])
  })

  test.skipIf(!hasSharedData)('gives back masks and cuts of real rows, or its notes name the loss (skipped: no ../shared/data)', () => {
    const some = realRows.filter((_, at) => at % 6 === 0)
    const context = contextOf({ policies: { reasoning: 'into-content' } })
    const losses = some.flatMap((example) => roundTrip(format, example, context, editsOf(example)).map((loss) => `${example.id} ${loss}`))
    expect(losses.slice(0, 20)).toEqual([])
  })

  test.each(['as-is', 'into-content', 'drop'] as const)(
    'gives back hostile rows, or its notes name the loss: reasoning %s',
    (reasoning) => {
      const context = contextOf({ policies: { reasoning } })
      const property = fc.property(hostileRow, fc.boolean(), (row, isEdited) => {
        const example = exampleOf(row)
        if (example)
          report(roundTrip(format, example, context, isEdited ? editsOf(example) : undefined), [row.messages ?? null, row.tools ?? null])
      })
      fc.assert(property, { numRuns: 40 })
    },
  )

  test('leaves hostile rows that must not be masked out, and says so', () => {
    const context = contextOf({ policies: { masks: 'leave-out' } })
    const property = fc.property(hostileRow, (row) => {
      const example = exampleOf(row)
      if (example) report(roundTrip(format, example, context, editsOf(example)), row.messages ?? null)
    })
    fc.assert(property, { numRuns: 40 })
  })
})

describe.each(preference)('pairs for $info.id', (format) => {
  test.each(['as-is', 'into-content', 'drop'] as const)(
    'come back from hostile rows, or their notes name the loss: reasoning %s',
    (reasoning) => {
      const context = contextOf({ policies: { reasoning } })
      const property = fc.property(hostileRow, hostileRow, (row, other) => {
        const [chosen, rejected] = [row, other].map(asked).map((one) => exampleOf(one))
        if (chosen && rejected) report(pairRoundTrip(format, chosen, rejected, context), [row.messages ?? null, other.messages ?? null])
      })
      fc.assert(property, { numRuns: 40 })
    },
  )

  test.skipIf(!hasSharedData)('come back from real runs of one task (skipped: no ../shared/data)', () => {
    const pairs = realRows.flatMap((one, at) => {
      const other = realRows.slice(at + 1).find(({ instanceId, shape }) => instanceId === one.instanceId && shape === one.shape)
      return other ? [[one, other] as const] : []
    })
    expect(pairs.length).toBeGreaterThan(0)
    const losses = pairs.flatMap(([one, other]) => pairRoundTrip(format, one, other).map((loss) => `${one.id}/${other.id} ${loss}`))
    expect(losses.slice(0, 20)).toEqual([])
  })
})
