import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Evidence, QUOTE_UNITS, type TextPlace } from '#record'
import { cutQuote } from '../../../../src/core/measure/checks/cut-quote.ts'
import { placeEvidence } from '../../../../src/core/measure/checks/place-evidence.ts'
import { buildCall, buildExample } from '../../../support/examples.ts'

const evidence = (at: Partial<TextPlace> | null, known: Partial<Evidence> = {}): Evidence => ({
  kind: 'k',
  text: 'Found.',
  certainty: 'certain',
  at: at && place(at),
  quote: '',
  parts: [],
  ...known,
})
const place = (known: Partial<TextPlace>): TextPlace => ({ messageIndex: 0, field: 'content', call: null, start: 0, end: 0, ...known })

/** Letters of one to four bytes, and halves of pairs. */
const text = fc.string({ unit: fc.constantFrom('a', 'é', '中', '😀', '\ud83d', '\ude00'), maxLength: 30 })
const offset = fc.integer({ min: -3, max: 70 })

describe('the places of evidence', () => {
  it('are the same piece of text in units and in bytes, whatever the text is', () => {
    fc.assert(
      fc.property(text, fc.array(fc.tuple(offset, offset), { maxLength: 5 }), (content, spans) => {
        const found = spans.map(([start, end]) => evidence({ start, end }))
        for (const { at, bytes } of placeEvidence(buildExample({ messages: [{ content }] }), found)) {
          if (!at || !bytes) throw new Error('the text is there')
          const inBytes = Buffer.from(content).subarray(bytes.start, bytes.end).toString()
          expect(inBytes).toBe(content.slice(at.start, at.end).toWellFormed())
          expect([at.start, at.end].every((one) => one >= 0 && one <= content.length)).toBe(true)
        }
      }),
    )
  })

  it('take in whole characters', () => {
    const [found] = placeEvidence(buildExample({ messages: [{ content: 'a😀😀b' }] }), [evidence({ start: 2, end: 4 })])
    expect(found).toMatchObject({ at: { start: 1, end: 5 }, bytes: { start: 1, end: 9 } })
  })

  it('are each in their own text', () => {
    const call = buildCall({ kind: 'finish' }, { argumentsText: '{"é":1}' })
    const example = buildExample({ patch: '中x', messages: [{ content: 'ab', reasoning: 'éx', calls: [call, call] }] })
    const [inReasoning, inCall, inPatch] = placeEvidence(example, [
      evidence({ field: 'reasoning', start: 1, end: 2 }),
      evidence({ field: 'arguments', call: 1, start: 3, end: 4 }),
      evidence({ messageIndex: null, field: 'patch', start: 1, end: 2 }),
    ])
    expect([inReasoning?.bytes, inCall?.bytes, inPatch?.bytes]).toEqual([
      { start: 2, end: 3 },
      { start: 4, end: 5 },
      { start: 3, end: 4 },
    ])
  })

  it('are dropped where no such text is, and so are parts', () => {
    const [found] = placeEvidence(buildExample({ messages: [{ content: 'ab' }] }), [
      evidence({ messageIndex: 7 }, { parts: [{ what: 'output', at: place({ field: 'patch', messageIndex: null }), quote: 'x' }] }),
    ])
    expect(found).toMatchObject({ at: null, bytes: null, parts: [] })
    expect(placeEvidence(buildExample(), [evidence(null)])).toMatchObject([{ at: null, bytes: null }])
  })

  it('are as quick for a thousand in a long text as for one', () => {
    const example = buildExample({ messages: [{ content: 'é'.repeat(5_000_000) }] })
    const found = Array.from({ length: 1_000 }, (_, n) => evidence({ start: n * 5_000, end: n * 5_000 + 1 }))
    expect(placeEvidence(example, found).at(-1)?.bytes).toEqual({ start: 9_990_000, end: 9_990_002 })
  })
})

describe('a quote', () => {
  it('is cut before half a character', () => {
    expect(cutQuote(`${'a'.repeat(QUOTE_UNITS - 1)}😀`)).toBe('a'.repeat(QUOTE_UNITS - 1))
    expect(cutQuote('a'.repeat(QUOTE_UNITS + 1))).toHaveLength(QUOTE_UNITS)
    expect(cutQuote('a😀')).toBe('a😀')
  })
})
