import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckList } from '../../../src/renderer/example/evidence/trainer/check-list.tsx'
import { findInText, MOST_HITS } from '../../../src/renderer/example/evidence/trainer/logic/find-in-text.ts'
import { textParts } from '../../../src/renderer/example/evidence/trainer/logic/text-parts.ts'
import { piecesOf, WINDOW, widen, windowAround } from '../../../src/renderer/example/evidence/trainer/logic/text-window.ts'
import { cutWords, roleShares, totalWords } from '../../../src/renderer/example/evidence/trainer/logic/trainer-words.ts'
import { TextPiece } from '../../../src/renderer/example/evidence/trainer/text-piece.tsx'
import { TokenShares } from '../../../src/renderer/example/evidence/trainer/token-shares.tsx'
import type { TrainerTokens, TrainerView } from '../../../src/renderer/example/evidence/trainer/types.ts'

const go = () => undefined

const viewOf = (part: Partial<TrainerView>): TrainerView => ({
  target: 'trl',
  template: 'qwen3',
  text: '',
  trained: null,
  places: [],
  tokens: null,
  checks: [],
  notes: [],
  isLeftOut: false,
  ...part,
})

const TOKENS: TrainerTokens = {
  encoding: 'Qwen3-8B@0123456789ab',
  total: 55_300,
  trained: 13_825,
  byRole: { user: { total: 40_000, trained: 0 }, assistant: { total: 15_000, trained: 13_825 }, '': { total: 300, trained: 0 } },
  contextLength: 32_768,
  cut: { messageIndex: 88, tokens: 22_532 },
}

describe('the part of a long text on show', () => {
  const long = `${'a line of the run\n'.repeat(60_000)}`

  it('is all of a short one, and a window around the place gone to of a long one', () => {
    expect(windowAround('short', 3)).toEqual({ from: 0, to: 5 })
    const around = windowAround(long, 700_000)
    expect(around.to - around.from).toBe(WINDOW)
    expect(around.from).toBeLessThan(700_000)
    expect(windowAround(long, long.length)).toEqual({ from: long.length - WINDOW, to: long.length })
  })

  it('grows on either side, never beyond the text', () => {
    let shown = windowAround(long, 500_000)
    for (let i = 0; i < 20; i++) shown = widen(long, widen(long, shown, 'before'), 'behind')
    expect(shown).toEqual({ from: 0, to: long.length })
  })

  it('falls into pieces that make it up, whatever the text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('x'.repeat(40_000), '😀'.repeat(20_001), '\n'.repeat(20_000)))
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = piecesOf(text, { from: 0, to: text.length })
        expect(pieces.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
        expect(
          pieces.every(({ from }) => !/^[\udc00-\udfff]/.test(text.slice(from, from + 1)) || !/[\ud800-\udbff]/.test(text[from - 1] ?? '')),
        ).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what is trained on', () => {
  it('is cut where it begins and ends, and where messages begin, and makes up the piece', () => {
    const spans = fc.array(fc.nat(200), { maxLength: 12 }).map((cuts) => {
      const sorted = [...new Set(cuts)].sort((a, b) => a - b)
      return sorted.flatMap((start, i) => (i % 2 === 0 && sorted[i + 1] !== undefined ? [{ start, end: sorted[i + 1] ?? start }] : []))
    })
    fc.assert(
      fc.property(spans, fc.nat(100), fc.integer({ min: 1, max: 100 }), (trained, from, size) => {
        const window = { from, to: from + size }
        const parts = textParts({ trained, places: [{ messageIndex: 1, start: 50, end: 60 }] }, window, { from: 30, to: 40 })
        expect(parts[0]?.from).toBe(window.from)
        expect(parts.at(-1)?.to).toBe(window.to)
        for (const [i, part] of parts.entries()) {
          expect(part.from).toBe(parts[i - 1]?.to ?? window.from)
          for (let at = part.from; at < part.to; at++)
            expect(part.isTrained).toBe(trained.some(({ start, end }) => start <= at && at < end))
        }
      }),
    )
  })

  it('is told by more than its colour, and a control character stays visible as itself', () => {
    const view = viewOf({
      text: 'user: \u001b[31mhi\r\n\u202e<b>assistant: ok',
      trained: [{ start: 18, end: 31 }],
      places: [
        { messageIndex: 0, start: 0, end: 15 },
        { messageIndex: 1, start: 18, end: 31 },
      ],
    })
    const drawn = renderToStaticMarkup(<TextPiece view={view} piece={{ from: 0, to: view.text.length }} hit={null} onGo={go} />)
    expect(drawn).toContain('trained trained-begins trained-ends')
    expect(drawn.match(/message \d/g)).toHaveLength(2)
    expect(drawn).toContain('>ESC</span>[31mhi<')
    expect(drawn).toContain('>CR</span>')
    expect(drawn).toContain('U+202E')
    expect(drawn).not.toContain('<b>')
  })
})

describe('finding', () => {
  it('takes words as words, whatever their case', () => {
    expect(findInText('A.b a.B axb', 'a.b')).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 7 },
    ])
    expect(findInText('anything', '')).toEqual([])
    expect(findInText('x'.repeat(100_000), 'x')).toHaveLength(MOST_HITS)
  })
})

describe('the numbers', () => {
  it('say how much is trained on, by role, and where reading stops', () => {
    expect(totalWords(TOKENS)).toBe('55,300 tokens, 13,825 trained on, 25.0 %')
    expect(cutWords(TOKENS)).toBe('cut at token 32,768 of 55,300')
    expect(cutWords({ ...TOKENS, cut: null })).toBeNull()
    expect(roleShares(TOKENS).map(({ role }) => role)).toEqual(['user', 'assistant', 'template'])
    expect(renderToStaticMarkup(<TokenShares tokens={TOKENS} onGo={go} />)).toContain('22,532')
    expect(renderToStaticMarkup(<TokenShares tokens={null} onGo={go} />)).toBe('')
  })

  it('of a check lead to the first message it is about', () => {
    const checks = [
      { id: 'reasoning' as const, state: 'lost' as const, kept: 3, of: 41, messages: [4, 6], text: 'reasoning kept in 3 of 41 turns' },
      { id: 'length' as const, state: 'unknown' as const, kept: null, of: null, messages: [], text: 'no tokenizer' },
    ]
    const drawn = renderToStaticMarkup(<CheckList checks={checks} onGo={go} />)
    expect(drawn).toContain('lost: </span>reasoning kept in 3 of 41 turns')
    expect(drawn.match(/<button/g)).toHaveLength(1)
    expect(drawn).toContain('cannot be told: </span>no tokenizer')
  })
})
