import { describe, expect, it } from 'vitest'
import { actionsByKey, CATALOGUE } from '../../../src/renderer/keys/catalogue.ts'
import { conflictsOf } from '../../../src/renderer/keys/key-conflicts.ts'
import { choiceFault, keyFault, readKeyChoice, writeKeyChoice } from '../../../src/renderer/keys/key-faults.ts'
import { type KeyChoice, keyMapOf, keysFor, withKeys } from '../../../src/renderer/keys/key-map.ts'
import { personKeys } from '../../../src/renderer/keys/key-store.ts'
import { isPreset, PRESETS } from '../../../src/renderer/keys/presets.ts'

const winnow: KeyChoice = { preset: 'winnow', custom: {} }
const shown = (key: string) => key

describe('the map of keys', () => {
  it('leaves every key that nobody named as it is', () => {
    for (const key of actionsByKey().keys()) expect(keysFor(keyMapOf(winnow), key)).toEqual([key])
  })

  it('puts the preset over Winnow’s keys, and the person’s own over the preset', () => {
    const map = keyMapOf({ preset: 'prodigy', custom: { h: ['Shift+B'], x: [] } })
    expect(keysFor(map, 'u')).toEqual(['Backspace', 'Delete', 'u'])
    expect(keysFor(map, 'h')).toEqual(['Shift+B'])
    expect(keysFor(map, 'x')).toEqual([])
  })

  it('changes one key, and forgets a change that says what the preset says', () => {
    const changed = withKeys(winnow, 'a', ['Enter'])
    expect(changed).toEqual({ preset: 'winnow', custom: { a: ['Enter'] } })
    expect(withKeys(changed, 'x', [])).toEqual({ preset: 'winnow', custom: { a: ['Enter'], x: [] } })
    expect(withKeys(changed, 'a', ['a'])).toEqual({ preset: 'winnow', custom: {} })
    expect(withKeys(changed, 'a', null)).toEqual({ preset: 'winnow', custom: {} })
  })

  it('has no single keys while these are switched off', () => {
    const map = keyMapOf({ preset: 'label-studio', custom: {} })
    expect(personKeys('a', { map, singleKeys: true })).toEqual(['Mod+Enter', 'a'])
    expect(personKeys('a', { map, singleKeys: false })).toEqual(['Mod+Enter'])
    expect(personKeys('g 2', { map, singleKeys: false })).toEqual([])
  })
})

describe('conflicts', () => {
  it.each(Object.entries(PRESETS))('has none: the preset %s', (preset) => {
    if (isPreset(preset)) expect(conflictsOf(keyMapOf({ preset, custom: {} }))).toEqual([])
  })

  it('of two things on one screen are refused with both names', () => {
    expect(choiceFault({ preset: 'winnow', custom: { a: ['x'] } }, shown)).toBe('x would be both “Accept” and “Reject”.')
  })

  it('of things on different screens are none', () => {
    expect(choiceFault({ preset: 'winnow', custom: { Delete: ['x'] } }, shown)).toBeNull()
  })

  it('take the first half of a pair for the pair, for it could never be pressed', () => {
    expect(choiceFault({ preset: 'winnow', custom: { a: ['g'] } }, shown)).toMatch(/“(Accept|Open)”/)
    expect(choiceFault({ preset: 'winnow', custom: { 'g 2': ['a b'] } }, shown)).toMatch(/“Accept”|“Browse”/)
    expect(choiceFault({ preset: 'winnow', custom: { 'g 2': ['y 2'] } }, shown)).toBeNull()
  })
})

describe('a key that may not be given away', () => {
  it('leaves the page’s own alone', () => {
    for (const key of ['Escape', 'Tab', 'Shift+Tab', 'F6']) expect(keyFault('a', key, shown)).toContain('stays what it is')
  })

  it('is Backspace, which takes back in one preset and never decides', () => {
    for (const key of actionsByKey().keys()) {
      if (key !== 'u') expect(keyFault(key, 'Backspace', shown)).toContain('may only undo')
    }
    expect(keyFault('u', 'Backspace', shown)).toBeNull()
    for (const { keys } of Object.values(PRESETS)) {
      for (const [own, others] of Object.entries(keys)) if (own !== 'u') expect(others.join(' ')).not.toContain('Backspace')
    }
  })
})

describe('keys as text', () => {
  it('come back as they were written', () => {
    const choice: KeyChoice = { preset: 'vim', custom: { a: ['Enter', 'g a'], x: [] } }
    expect(readKeyChoice(writeKeyChoice(choice))).toEqual(choice)
  })

  it.each([
    ['not JSON', '{', /not JSON/],
    ['another thing', '[1]', /not a set of keys/],
    ['an unknown preset', '{"preset":"emacs"}', /not a set of keys/],
    ['a key that Winnow does not have', '{"preset":"vim","custom":{"Mod+9":["a"]}}', /no key “Mod\+9”/],
    ['no list', '{"preset":"vim","custom":{"a":"b"}}', /must be a list/],
    ['three keys one after the other', '{"preset":"vim","custom":{"a":["a b c"]}}', /must be a list/],
  ])('that are %s are refused', (_, text, message) => {
    expect(() => readKeyChoice(text)).toThrow(message)
  })
})

describe('the catalogue', () => {
  it('names no key twice for one screen and one thing', () => {
    const lines = CATALOGUE.flatMap(({ key, name, screens }) =>
      (screens.length > 0 ? screens : ['everywhere']).map((at) => `${key} ${name} ${at}`),
    )
    expect(new Set(lines).size).toBe(lines.length)
  })
})
