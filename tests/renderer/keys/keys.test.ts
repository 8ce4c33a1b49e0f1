import { describe, expect, it } from 'vitest'
import { groupKeys } from '../../../src/renderer/app/key-sheet.tsx'
import { isKeyLive, type KeyContext } from '../../../src/renderer/keys/key-context.ts'
import type { KeyBinding } from '../../../src/renderer/keys/key-registry.ts'
import { isSingleKey, type KeyPress, matchKey, nameOfPress, startsPair } from '../../../src/renderer/keys/match-key.ts'
import { ariaKeys, keyParts } from '../../../src/renderer/widgets/key-name.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const binding = (key: string, name = key): KeyBinding => ({ key, name, group: 'Keys', run: () => undefined })
const here = (part: Partial<KeyContext> = {}): KeyContext => ({
  isTyping: false,
  isInLayer: false,
  isOnControl: false,
  isOnArrows: false,
  singleKeys: true,
  ...part,
})

describe('the name of a press', () => {
  it('is written the way bindings are', () => {
    expect(nameOfPress(press('a'))).toBe('a')
    expect(nameOfPress(press('J', { shiftKey: true }))).toBe('Shift+J')
    expect(nameOfPress(press('k', { ctrlKey: true }))).toBe('Mod+K')
    expect(nameOfPress(press('k', { metaKey: true }))).toBe('Mod+K')
    expect(nameOfPress(press('?', { shiftKey: true }))).toBe('?')
    expect(nameOfPress(press(' '))).toBe('Space')
    expect(nameOfPress(press('Enter', { ctrlKey: true }))).toBe('Mod+Enter')
  })

  it('ignores caps lock', () => {
    expect(nameOfPress(press('A'))).toBe('a')
  })
})

describe('a key', () => {
  it('finds the newest binding of its name', () => {
    expect(matchKey(press('a'), [binding('a', 'new'), binding('a', 'old')])?.name).toBe('new')
  })

  it('is the second of a pair before it is itself', () => {
    const bindings = [binding('2', 'reason two'), binding('g 2', 'Browse')]
    expect(startsPair(press('g'), bindings)).toBe(true)
    expect(matchKey(press('2'), bindings, 'g')?.name).toBe('Browse')
    expect(matchKey(press('2'), bindings)?.name).toBe('reason two')
  })

  it('that types is dead where someone types, and when switched off', () => {
    for (const name of ['a', '?', 'Space', 'Shift+J', 'g 2']) {
      expect(isSingleKey(name)).toBe(true)
      expect(isKeyLive(name, here())).toBe(true)
      expect(isKeyLive(name, here({ isTyping: true }))).toBe(false)
      expect(isKeyLive(name, here({ isInLayer: true }))).toBe(false)
      expect(isKeyLive(name, here({ singleKeys: false }))).toBe(false)
    }
  })

  it('with Ctrl or Cmd lives everywhere', () => {
    expect(isKeyLive('Mod+K', here({ isTyping: true, isInLayer: true, singleKeys: false }))).toBe(true)
  })

  it('that works a button is left to the button', () => {
    expect(isKeyLive('Enter', here({ isOnControl: true }))).toBe(false)
    expect(isKeyLive('Space', here({ isOnControl: true }))).toBe(false)
    expect(isKeyLive('a', here({ isOnControl: true }))).toBe(true)
    expect(isKeyLive('Escape', here({ isOnControl: true, singleKeys: false }))).toBe(true)
  })

  it('that works a table or a slider is left to it', () => {
    expect(isKeyLive('ArrowRight', here({ isOnArrows: true }))).toBe(false)
    expect(isKeyLive('ArrowRight', here())).toBe(true)
    expect(isKeyLive('j', here({ isOnArrows: true }))).toBe(true)
  })

  it('that stands for a single key rests where that would, and undo leaves texts to their own', () => {
    for (const place of [here({ isTyping: true }), here({ isInLayer: true })]) {
      expect(isKeyLive('Mod+Enter', place, 'a')).toBe(false)
      expect(isKeyLive('Backspace', place, 'u')).toBe(false)
      expect(isKeyLive('Mod+Z', place)).toBe(false)
      expect(isKeyLive('Mod+R', place, 'Mod+Shift+Z')).toBe(false)
      expect(isKeyLive('Mod+S', place, 'Mod+Enter')).toBe(true)
    }
  })

  it('is shown and told to assistive technology in their own words', () => {
    expect(keyParts('Mod+Enter')).toEqual(['Ctrl', 'Enter'])
    expect(keyParts('g 2')).toEqual(['G', '2'])
    expect(keyParts('+')).toEqual(['+'])
    expect(ariaKeys(['Mod+k', 'Shift+J', 'g 2'])).toBe('Control+K Shift+J')
    expect(ariaKeys(['g 2'])).toBeUndefined()
  })

  it('that is shadowed is left out of the sheet', () => {
    expect(groupKeys([binding('a', 'Accept with reason'), binding('a', 'Accept'), binding('x', 'Reject')])).toEqual([
      ['Keys', [expect.objectContaining({ name: 'Accept with reason' }), expect.objectContaining({ name: 'Reject' })]],
    ])
  })
})
