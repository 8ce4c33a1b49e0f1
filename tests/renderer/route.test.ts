import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, type Route, routeFromHash } from '../../src/renderer/app/route.ts'

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { screen: 'open' },
    { screen: 'browse' },
    { screen: 'metrics' },
    { screen: 'recipe' },
    { screen: 'review' },
    { screen: 'export' },
  ),
  fc.record({
    screen: fc.constantFrom('example' as const, 'siblings' as const),
    id: fc.string({ minLength: 1, unit: 'grapheme' }),
    message: fc.option(fc.integer({ min: 0, max: 9_999_999 })),
    queue: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
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
    expect(routeFromHash('#/example/a/message/-1')).toEqual({ screen: 'example', id: 'a', message: null, queue: null })
    expect(routeFromHash('#/example/a/note/3')).toEqual({ screen: 'example', id: 'a', message: null, queue: null })
  })

  it('names the queue behind the message, and none where it is empty', () => {
    const route = { screen: 'example', id: 'a?b', message: 12, queue: 'q 1' } as const
    expect(hashOf(route)).toBe('#/example/a%3Fb/message/12?queue=q+1')
    expect(routeFromHash('#/example/a?queue=')).toEqual({ screen: 'example', id: 'a', message: null, queue: null })
  })

  it('keeps an id that is no valid escape sequence', () => {
    expect(routeFromHash('#/example/50%')).toEqual({ screen: 'example', id: '50%', message: null, queue: null })
  })
})
