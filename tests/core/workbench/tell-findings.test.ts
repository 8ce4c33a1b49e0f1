import { describe, expect, it } from 'vitest'
import type { CheckResult, PlacedEvidence } from '#measure'
import type { TextPlace } from '#record'
import { type Asker, tellFindings } from '../../../src/core/workbench/tell-findings.ts'

const evidence = (known: Partial<PlacedEvidence> & { place?: Partial<TextPlace> } = {}): PlacedEvidence => {
  const { place, ...rest } = known
  const at = place ? { messageIndex: 0, field: 'content' as const, call: null, start: 0, end: 1, ...place } : null
  return { kind: 'leaf', text: 'A leaf.', certainty: 'certain', at, quote: '', parts: [], bytes: null, ...rest }
}
const found = (...all: PlacedEvidence[]): CheckResult => ({ check: 'planted', evidence: all, leftOut: 0, fault: null })
const asker = (known: Partial<Asker>): Asker => ({
  check: 'planted',
  kinds: null,
  rule: 'no-leaves',
  version: 3,
  severity: 'high',
  isDropping: false,
  ...known,
})

describe('a finding', () => {
  it('goes under the first step that asks for its kind', () => {
    const askers = [asker({ check: 'other-planted', rule: 'x' }), asker({ kinds: ['twig'], rule: 'no-twigs' }), asker({ isDropping: true })]
    const { findings } = tellFindings([found(evidence(), evidence({ kind: 'twig' }))], askers)
    expect(findings).toMatchObject([
      { rule: 'no-leaves', version: 3, severity: 'high', isDropping: true, check: 'planted' },
      { rule: 'no-twigs', isDropping: false, check: 'planted' },
    ])
  })

  it('that nobody asks for goes under its check, with the least weight', () => {
    const { findings } = tellFindings([found(evidence())], [asker({ kinds: ['twig'] })])
    expect(findings).toMatchObject([{ rule: 'planted', severity: 'low', isDropping: false, check: 'planted' }])
  })
})

describe('findings', () => {
  it('are told by place: the run as a whole, then message by message, the patch last', () => {
    const places: (Partial<TextPlace> | undefined)[] = [
      { messageIndex: null, field: 'patch' },
      { messageIndex: 2, field: 'arguments', call: 1 },
      { messageIndex: 2, field: 'arguments', call: 0, start: 9 },
      { messageIndex: 2, field: 'arguments', call: 0, start: 5 },
      { messageIndex: 2 },
      { messageIndex: 2, field: 'reasoning' },
      undefined,
      { messageIndex: 1 },
    ]
    const { findings } = tellFindings([found(...places.map((place, n) => evidence({ text: String(n), ...(place ? { place } : {}) })))], [])
    expect(findings.map(({ text }) => text)).toEqual(['6', '7', '5', '4', '3', '2', '1', '0'])
  })

  it('that are too many leave out the lightest, and say how many', () => {
    const light = Array.from({ length: 1_100 }, () => evidence({ kind: 'twig' }))
    const results: CheckResult[] = [
      found(...light, evidence({ place: {} })),
      { check: 'other-planted', evidence: [], leftOut: 5, fault: null },
    ]
    const { findings, leftOut } = tellFindings(results, [asker({ kinds: ['leaf'], isDropping: true })])
    expect(findings).toHaveLength(1_000)
    expect(findings.at(-1)).toMatchObject({ kind: 'leaf' })
    expect(leftOut).toBe(106)
  })

  it('stand beside the checks that came to no end', () => {
    const results: CheckResult[] = [found(), { check: 'other-planted', evidence: null, leftOut: 0, fault: 'took longer than 10 s' }]
    expect(tellFindings(results, [])).toEqual({
      findings: [],
      leftOut: 0,
      faults: [{ check: 'other-planted', text: 'took longer than 10 s' }],
    })
  })
})
