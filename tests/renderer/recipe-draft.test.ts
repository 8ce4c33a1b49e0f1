import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeWords, valueWords } from '../../src/renderer/recipe/change-words.ts'
import { applied, type DraftHistory, edited, redone, UNTOUCHED, undone } from '../../src/renderer/recipe/draft-history.ts'
import type { DraftStep } from '../../src/renderer/recipe/edit-recipe-text.ts'
import { readKept } from '../../src/renderer/recipe/kept-draft.ts'
import { matchSteps } from '../../src/renderer/recipe/match-steps.ts'
import { PLACES, placeOf, sliderRange, valueAt } from '../../src/renderer/recipe/number-scale.ts'
import type { RuleInfo } from '../../src/renderer/recipe/rule-info.ts'

const step = (rule: string, parameters: Record<string, unknown> = {}, enabled = true): DraftStep => ({ rule, enabled, parameters })

describe('a draft kept over a reload', () => {
  it('comes back as it was, unless it can be no recipe', () => {
    expect(readKept('steps: []')).toBe('steps: []')
    expect([readKept(null), readKept('  \n'), readKept('x'.repeat(200_001))]).toEqual([null, null, null])
  })
})

describe('the history of a draft', () => {
  const typed = (...texts: string[]) => texts.reduce<DraftHistory>((now, text) => edited(now, 'a', text, 'step 0 max'), UNTOUCHED)

  it('takes what was typed in one go back in one go', () => {
    const now = typed('ab', 'abc', 'abcd')
    expect(now).toMatchObject({ text: 'abcd', past: ['a'] })
    expect(undone(now, 'a')).toMatchObject({ text: null, past: [], future: ['abcd'] })
  })

  it('parts edits about different things, and those about nothing', () => {
    const now = edited(edited(edited(typed('b'), 'a', 'c', 'step 1 max'), 'a', 'd'), 'a', 'e')
    expect(now.past).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is untouched again where the text is the one in force', () => {
    expect(edited(typed('b'), 'a', 'a').text).toBeNull()
    expect(edited(UNTOUCHED, 'a', 'a')).toBe(UNTOUCHED)
  })

  it('forgets what was taken back once something else is edited', () => {
    expect(edited(undone(typed('b'), 'a'), 'a', 'c').future).toEqual([])
  })

  it('leads back over what was applied, as a draft', () => {
    const inForce = applied(typed('b'), 'b')
    expect(inForce.text).toBeNull()
    expect(undone(inForce, 'b')).toMatchObject({ text: 'a', future: ['b'] })
    expect(redone(undone(inForce, 'b'), 'b').text).toBeNull()
  })

  it('keeps what was typed while it was being applied', () => {
    expect(applied(typed('b', 'bc'), 'b').text).toBe('bc')
  })

  it('comes to the first text by undo and to the last by redo, whatever was edited', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.constantFrom('x', 'y')))), (edits) => {
        const now = edits.reduce<DraftHistory>((history, [text, about]) => edited(history, 'in force', text, about), UNTOUCHED)
        const often = (turn: (history: DraftHistory, inForce: string) => DraftHistory, from: DraftHistory) =>
          edits.reduce((history) => turn(history, 'in force'), from)
        const first = often(undone, now)
        expect(first.text).toBeNull()
        expect(often(redone, first).text).toBe(now.text)
      }),
    )
  })
})

describe('steps of a draft and of the recipe in force', () => {
  it('belong together where they are the same, else where their rule is', () => {
    const before = [step('expression', { drop: 'a' }), step('expression', { drop: 'b' }), step('token-limit', { max: 1 })]
    const draft = [step('token-limit', { max: 2 }), step('expression', { drop: 'b' }), step('expression', { drop: 'c' }), step('new')]
    expect(matchSteps(draft, before)).toEqual([2, 1, 0, null])
  })
})

describe('what a change is called', () => {
  const rule = (id: string, title: string, ...names: string[]) =>
    ({ id, title, parameters: names.map((name) => ({ name, type: 'integer', default: 1, help: '' })) }) as unknown as RuleInfo
  const rules = [
    rule('token-limit', 'Token limit', 'max', 'measure'),
    rule('git-history', 'Git history', 'used'),
    rule('sized', 'Sized', 'low', 'high'),
  ]
  const before = [step('token-limit', { max: 32000 }), step('git-history'), step('sized', { low: 2 })]
  const words = (...draft: DraftStep[]) => changeWords(before, draft, rules)
  const [limit, git, sized] = before as [DraftStep, DraftStep, DraftStep]

  it.each([
    [[step('token-limit', { max: 64000 }), git, sized], 'If token limit were 64,000'],
    [[limit, step('git-history', { used: 3 }), sized], 'If git history were 3'],
    [[limit, git, step('sized', { low: 5 })], 'If sized’s low were 5'],
    [[limit, git], 'Without sized'],
    [[limit, step('git-history', {}, false), sized], 'Without git history'],
    [[limit, git, sized, step('loops')], 'With loops added'],
    [[git, limit, sized], 'In this order'],
    [[step('token-limit', { max: 1 }), git], 'With 2 changes'],
    [[limit, git, sized], 'With this text'],
    [[limit, step('git-history', { used: 1 }), sized], 'With this text'],
  ])('%#: %s', (draft, said) => {
    expect(words(...draft)).toBe(said)
  })

  it('tells values as people write them', () => {
    expect([[1, -1], [], true, 0.3, 'x'.repeat(50)].map(valueWords)).toEqual(['1, −1', 'empty', 'on', '0.3', `${'x'.repeat(40)}…`])
  })
})

describe('a slider', () => {
  it('reaches both ends and stays where it was put', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1_000_000 }), fc.nat(PLACES), (min, span, place) => {
        const max = min + span
        expect([placeOf(min, min, max), placeOf(max, min, max)]).toEqual([0, PLACES])
        expect([valueAt(0, min, max, true), valueAt(PLACES, min, max, true)]).toEqual([min, max])
        const value = valueAt(place, min, max, true)
        expect(value).toBeGreaterThanOrEqual(min)
        expect(value).toBeLessThanOrEqual(max)
        expect(Number.isInteger(value)).toBe(true)
      }),
    )
  })

  it('ends near the usual value where the limit is out of sight', () => {
    expect(sliderRange(1, 1_000_000_000, 32_000)).toEqual({ min: 1, max: 512_000 })
    expect(sliderRange(0, 1, 0.3)).toEqual({ min: 0, max: 1 })
    expect(sliderRange(1, undefined, 3)).toBeNull()
  })

  it('goes by powers where the range is wide', () => {
    expect(valueAt(PLACES / 2, 1, 1_000_000, true)).toBe(1400)
    expect(valueAt(PLACES / 2, 0, 1, false)).toBe(0.5)
  })
})
