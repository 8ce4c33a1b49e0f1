import { describe, expect, it } from 'vitest'
import type { ExampleRow } from '#record'
import { NOWHERE, type Place } from '../../../src/renderer/example/logic/place.ts'
import type { Detail } from '../../../src/renderer/example/types.ts'
import { isHidden, withoutOpinions, withSaid } from '../../../src/renderer/example/verdict/blind.ts'
import type { Said } from '../../../src/renderer/state/outbox.ts'
import { buildExampleRow } from '../../support/build-example-row.ts'

const bens = {
  reviewer: 'ben',
  decision: 'reject',
  reason: 'wrong-fix',
  note: null,
  time: '',
  seq: 1,
  contentHash: 'h',
  isBlind: false,
} as const

function detailOf(over: Partial<ExampleRow>, opinions: Detail['opinions'] = []): Pick<Detail, 'row' | 'opinions'> {
  return { row: buildExampleRow(over), opinions }
}

/** What these functions read of a detail is its row and its opinions; the rest goes through them untouched. */
function asDetail(parts: Pick<Detail, 'row' | 'opinions'>): Detail {
  return parts as Detail
}

const said = (kind: Said['kind']): Said => ({
  exampleId: 'a',
  name: 'a',
  kind,
  reason: 'good-run',
  note: null,
  reviewer: 'ana',
  queue: null,
})

describe('blind review', () => {
  const blindQueue: Place = { ...NOWHERE, queue: { decided: 0, skipped: 0, pace: null, isSkipped: false, isBlind: true } }
  const ask = { isBlind: false, isPlaceAwaited: false, place: NOWHERE, reviewer: 'ana', row: buildExampleRow({ decidedBy: ['ben'] }) }

  it.each([
    ['neither asked for by the person nor by the queue', {}, false],
    ['the person asked for it', { isBlind: true }, true],
    ['the queue asks for it', { place: blindQueue }, true],
    ['what the queue asks for is not known yet', { isPlaceAwaited: true }, true],
  ])('hides while %s: %s', (_, over, expected) => {
    expect(isHidden({ ...ask, ...over })).toBe(expected)
  })

  it("shows everything once one's own answer stands", () => {
    expect(isHidden({ ...ask, isBlind: true, row: buildExampleRow({ decidedBy: ['ana', 'ben'] }) })).toBe(false)
  })

  it('leaves no trace of verdict, answers, notes and tags', () => {
    const told: Partial<ExampleRow> = {
      verdict: 'drop',
      outcome: 'drop',
      decision: 'reject',
      decidedBy: ['ben'],
      note: 'see 12',
      tags: ['odd'],
    }
    const { row, opinions } = withoutOpinions(asDetail(detailOf({ ...told, reasons: [{ rule: 'languages', text: 'other' }] }, [bens])))
    expect(opinions).toEqual([])
    expect(row).toMatchObject({ verdict: null, outcome: null, reasons: [], decision: null, decidedBy: [], note: null, tags: [] })
  })
})

describe('an answer on its way', () => {
  it("stands on the screen before the host has it, beside others'", () => {
    const { row } = withSaid(asDetail(detailOf({ decidedBy: ['ben'], isDisputed: true }, [bens])), said('accept'))
    expect(row).toMatchObject({
      decision: 'accept',
      decisionReason: 'good-run',
      reviewer: 'ana',
      decidedBy: ['ben', 'ana'],
      isDisputed: false,
    })
  })

  it('may take the own one back', () => {
    const { row, opinions } = withSaid(asDetail(detailOf({ decision: 'accept', decidedBy: ['ana', 'ben'] }, [bens])), said('clear'))
    expect(row).toMatchObject({ decision: null, decidedBy: ['ben'] })
    expect(opinions).toEqual([bens])
  })
})
