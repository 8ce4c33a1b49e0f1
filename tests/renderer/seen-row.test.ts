import { describe, expect, it } from 'vitest'
import { seeRow } from '../../src/renderer/browse/seen-row.ts'

const shown = [{}, null]
const view = (...ids: (string | undefined)[]) => ids.map((id, index) => ({ index, id }))

describe('the row under the cursor', () => {
  const { seen } = seeRow(null, { shown, index: 1, inView: view('a', 'b', 'c') })

  it('is followed when rows come in before it', () => {
    expect(seeRow(seen, { shown, index: 1, inView: view('a', 'x', 'y', 'b', 'c') })).toEqual({
      seen: { shown, index: 3, id: 'b' },
      movedTo: 3,
    })
  })

  it('is not followed when the person moved the cursor', () => {
    expect(seeRow(seen, { shown, index: 2, inView: view('a', 'b', 'c') }).movedTo).toBeNull()
  })

  it('is not followed into another selection or order, which begin at their top', () => {
    expect(seeRow(seen, { shown: [{ text: 'b' }, null], index: 1, inView: view('c', 'a', 'b') }).movedTo).toBeNull()
  })

  it('is let go when it has left the rows in view', () => {
    expect(seeRow(seen, { shown, index: 1, inView: view('a', 'c') })).toEqual({ seen: { shown, index: 1, id: 'c' }, movedTo: null })
  })

  it('is remembered while rows are on their way', () => {
    const waiting = seeRow(seen, { shown, index: 1, inView: view('a', undefined) })
    expect(waiting).toEqual({ seen, movedTo: null })
    expect(seeRow(waiting.seen, { shown, index: 1, inView: view('b', 'a') }).movedTo).toBe(0)
  })
})
