import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, type Route, routeFromHash } from '../../src/renderer/app/route.ts'

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>({ screen: 'open' }, { screen: 'browse' }, { screen: 'metrics' }, { screen: 'recipe' }, { screen: 'export' }),
  fc.record({
    screen: fc.constant('example' as const),
    id: fc.string({ minLength: 1, unit: 'grapheme' }),
    message: fc.option(fc.integer({ min: 0, max: 9_999_999 })),
  }),
)

describe('a route', () => {
  it('comes back from its hash, whatever characters an id has', () => {
    fc.assert(
      fc.property(route, (one) => {
        expect(routeFromHash(hashOf(one))).toEqual(one)
      }),
    )
  })

  it('has a hash even for an id with half a character', () => {
    expect(hashOf({ screen: 'example', id: 'a\ud800', message: null })).toBe('#/example/a%EF%BF%BD')
  })

  it('is the Open screen when the hash says nothing known', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/example', '#/example/']) expect(routeFromHash(hash)).toEqual({ screen: 'open' })
  })

  it('leaves out a message that is no number', () => {
    expect(routeFromHash('#/example/a/message/-1')).toEqual({ screen: 'example', id: 'a', message: null })
    expect(routeFromHash('#/example/a/note/3')).toEqual({ screen: 'example', id: 'a', message: null })
  })

  it('keeps an id that is no valid escape sequence', () => {
    expect(routeFromHash('#/example/50%')).toEqual({ screen: 'example', id: '50%', message: null })
  })
})
