import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encoderOf } from '#measure'
import { parseRow } from '#parse'
import type { JsonObject, TargetId } from '#record'
import { FORMATS } from '../../../src/core/export/formats.ts'
import type { Unit } from '../../../src/core/export/targets/target-format.ts'
import { judgeRow } from '../../../src/core/export/trainer/judge-row.ts'
import { buildExampleRow } from '../../support/build-example-row.ts'
import { hostileRow } from '../../support/hostile-chats.ts'
import { buildRaw } from '../../support/rows.ts'
import { testTemplate } from '../../support/templates.ts'
import { readText } from '../../support/trainers/chatml.ts'
import { readPretokenized } from '../../support/trainers/pretokenized.ts'
import { contextOf } from './round-trip-desk.ts'

const ORIGIN = ['id', 'instance_id', 'repo', 'language', 'license', 'harness', 'model', 'resolved']
const template = testTemplate('qwen3-training-like')
const context = { ...contextOf(), template, encoder: encoderOf({ kind: 'tiktoken', name: 'o200k_base' }) }

/** What a target makes of a hostile row; null where the row is rejected. */
function madeOf(target: TargetId, row: JsonObject) {
  const parsed = parseRow(buildRaw(row))
  const format = FORMATS.find(({ info }) => info.id === target)
  if (parsed.kind === 'rejection' || !format) return null
  const edited = { example: parsed.example, masked: [], cutMessages: 0, isStale: false }
  const unit: Unit = { kind: 'example', one: { row: buildExampleRow(), edited } }
  return { example: parsed.example, ...judgeRow(format, unit, format.rowOf(unit, context), context) }
}

/** A text without white space around thought tags: what a template takes for a thought it sets in lines of their own. */
function tight(text: string): string {
  return text
    .trim()
    .split(/(<\/?think>)/)
    .map((piece, at, { length }) => (at === 0 ? piece.trimEnd() : at === length - 1 ? piece.trimStart() : piece.trim()))
    .join('')
}

describe('rendered targets, of hostile rows', () => {
  test('write text that holds every message, or name those it does not hold', () => {
    const property = fc.property(hostileRow, (row) => {
      const made = madeOf('chatml', row)
      if (!made || made.isLeftOut) return
      const { text } = readText(made.values.rows ?? {}, 'row 1', ORIGIN)
      const told = new Set(made.notes.flatMap(({ messages }) => messages))
      const missing = made.example.messages.filter(({ index, content }) => !told.has(index) && !tight(text).includes(tight(content)))
      expect(missing.map(({ index, content }) => [index, content])).toEqual([])
    })
    fc.assert(property, { numRuns: 60 })
  })

  test('write ids with labels of the same tokens, some of them trained on', () => {
    const property = fc.property(hostileRow, (row) => {
      const made = madeOf('pretokenized', row)
      if (!made || made.isLeftOut) return
      const { ids, trained } = readPretokenized(made.values.rows ?? {}, 'row 1')
      expect(made.tokens).toEqual({ total: ids.length, trained: trained.filter(Boolean).length })
    })
    fc.assert(property, { numRuns: 60 })
  })
})
