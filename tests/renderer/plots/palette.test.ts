import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../../src/renderer/plots/group-look.ts'
import { HEAT } from '../../../src/renderer/plots/heat.ts'
import { blendOver, contrastOf, distanceOf, EYES, type Rgb } from './contrast.ts'

const [dark = '', light = ''] = readFileSync('src/renderer/styles/tokens.css', 'utf8').split('[data-theme="light"]')
const THEMES = { dark: tokens(dark), light: tokens(light) }
const NAMES = Array.from({ length: CATEGORIES }, (_, place) => `--cat-${place + 1}`)

describe.each(Object.entries(THEMES))('the %s palette', (_theme, token) => {
  it.each([...NAMES, '--keep', '--drop', '--unknown', '--accent'])('shows %s at 3:1 on a card', (name) => {
    expect(contrastOf(token(name), token('--surface'))).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.keys(EYES))('keeps its colours apart for the %s eye', (eye) => {
    const gaps = NAMES.flatMap((a, at) => NAMES.slice(at + 1).map((b) => distanceOf(token(a), token(b), EYES[eye] ?? [])))
    expect(Math.min(...gaps)).toBeGreaterThan(0.09)
  })

  it('leaves text on the strongest cell of a heat table at 4.5:1', () => {
    for (const opacity of [HEAT.least, HEAT.most]) {
      const cell = blendOver(token('--keep'), token('--hover'), opacity)
      expect(contrastOf(token('--text'), cell)).toBeGreaterThanOrEqual(4.5)
    }
  })
})

/** Reads `--name: #rrggbb` of one theme's block. */
function tokens(css: string): (name: string) => Rgb {
  return (name) => {
    const hex = new RegExp(`${name}: #([0-9a-f]{6});`).exec(css)?.[1]
    if (hex === undefined) throw new Error(`no token ${name}`)
    return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb
  }
}
