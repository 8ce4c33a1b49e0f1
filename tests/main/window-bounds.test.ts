import { describe, expect, it } from 'vitest'
import { FIRST, type Rectangle, SMALLEST, startingBounds, windowState } from '../../src/main/window-bounds.ts'

const screen: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 }
const left: Rectangle = { x: -1280, y: 0, width: 1280, height: 1024 }
const at = (bounds: Partial<Rectangle>) => ({ bounds: { x: 100, y: 100, width: 1200, height: 800, ...bounds }, isMaximized: false })

describe('startingBounds', () => {
  it('is a first size when nothing is remembered', () => expect(startingBounds(null, [screen])).toEqual(FIRST))

  it('is where the window was', () => expect(startingBounds(at({}), [screen])).toEqual(at({}).bounds))

  it('is where the window was on another screen that is still there', () =>
    expect(startingBounds(at({ x: -1000 }), [screen, left])).toMatchObject({ x: -1000 }))

  it.each([
    ['on a screen that has gone', at({ x: -1000, width: 900 })],
    ['almost off the right edge', at({ x: 1900 })],
    ['above the top, title bar out of reach', at({ y: -50 })],
    ['below the bottom', at({ y: 1070 })],
  ])('starts over for a window %s', (_where, remembered) => expect(startingBounds(remembered, [screen])).toEqual(FIRST))

  it('never opens smaller than the page can be used', () =>
    expect(startingBounds(at({ width: 300, height: 200 }), [screen])).toMatchObject(SMALLEST))
})

describe('windowState', () => {
  it.each([null, {}, { bounds: { x: 1 } }, { bounds: { x: '0', y: 0, width: 1, height: 1 }, isMaximized: false }])('refuses %j', (value) =>
    expect(windowState.safeParse(value).success).toBe(false),
  )
})
