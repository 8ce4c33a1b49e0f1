import { describe, expect, it } from 'vitest'
import {
  contradicts,
  IDLE,
  nextReasonFlow,
  type ReasonEvent,
  type ReasonFlow,
  type ReasonOrder,
} from '../../../src/renderer/example/logic/reason-flow.ts'

/** Plays events from idle; gives the last flow and every order. */
function play(...events: ReasonEvent[]): { flow: ReasonFlow; orders: NonNullable<ReasonOrder>[] } {
  let flow = IDLE
  const orders: NonNullable<ReasonOrder>[] = []
  for (const event of events) {
    const next = nextReasonFlow(flow, event)
    flow = next.flow
    if (next.order) orders.push(next.order)
  }
  return { flow, orders }
}

const accept = (verdict: 'keep' | 'drop' | null): ReasonEvent => ({ kind: 'decide', decision: 'accept', verdict })
const reject = (verdict: 'keep' | 'drop' | null): ReasonEvent => ({ kind: 'decide', decision: 'reject', verdict })

describe('deciding', () => {
  it.each([
    ['accept', 'keep', false],
    ['accept', 'drop', true],
    ['reject', 'drop', false],
    ['reject', 'keep', true],
    ['accept', null, false],
    ['reject', null, false],
  ] as const)('%s against %s contradicts: %s', (decision, verdict, expected) => {
    expect(contradicts(decision, verdict)).toBe(expected)
  })

  it('goes out at once when it agrees with the recipe', () => {
    expect(play(accept('keep'))).toEqual({
      flow: { kind: 'sending' },
      orders: [{ kind: 'decide', decision: 'accept', reason: null, note: null }],
    })
  })

  it('asks for a reason when it goes against the recipe', () => {
    expect(play(reject('keep'))).toMatchObject({ flow: { kind: 'asking', decision: 'reject', isReasonNeeded: true }, orders: [] })
  })

  it('does not go out without the reason it needs', () => {
    const { flow, orders } = play(reject('keep'), { kind: 'confirm' })
    expect(orders).toEqual([])
    expect(flow).toMatchObject({ kind: 'asking', error: expect.stringContaining('Pick a reason') })
  })

  it('goes out with reason and trimmed note', () => {
    const { orders } = play(
      reject('keep'),
      { kind: 'pick-reason', code: 'wrong-fix' },
      { kind: 'write-note', note: ' see 12 ' },
      { kind: 'confirm' },
    )
    expect(orders).toEqual([{ kind: 'decide', decision: 'reject', reason: 'wrong-fix', note: 'see 12' }])
  })

  it('lets the reason be changed and taken back', () => {
    const pick = (code: string): ReasonEvent => ({ kind: 'pick-reason', code })
    expect(play(reject('keep'), pick('a'), pick('b')).flow).toMatchObject({ reason: 'b' })
    expect(play(reject('keep'), pick('a'), pick('a')).flow).toMatchObject({ reason: null })
  })

  it('forgets the complaint once a reason is picked', () => {
    expect(play(reject('keep'), { kind: 'confirm' }, { kind: 'pick-reason', code: 'a' }).flow).toMatchObject({ error: null })
  })

  it('may be given a reason although none is needed', () => {
    const asked = play({ kind: 'decide', decision: 'accept', verdict: 'keep', asks: true }, { kind: 'confirm' })
    expect(asked.orders).toEqual([{ kind: 'decide', decision: 'accept', reason: null, note: null }])
  })

  it('is dropped while an answer is on its way, so that a held key decides once', () => {
    expect(play(accept('keep'), accept('keep'), reject('keep'), { kind: 'confirm' }).orders).toHaveLength(1)
  })

  it('cannot be cancelled once it is on its way', () => {
    expect(play(accept('keep'), { kind: 'cancel' }).flow).toEqual({ kind: 'sending' })
  })

  it('begins anew after the answer, and after Esc', () => {
    expect(play(accept('keep'), { kind: 'settled' }).flow).toEqual(IDLE)
    expect(play(reject('keep'), { kind: 'cancel' }).flow).toEqual(IDLE)
  })
})

describe('a note', () => {
  it('starts from the one there is and goes out on its own', () => {
    expect(play({ kind: 'note', current: 'old' }).flow).toEqual({ kind: 'noting', note: 'old' })
    expect(play({ kind: 'note', current: null }, { kind: 'write-note', note: 'new ' }, { kind: 'confirm' }).orders).toEqual([
      { kind: 'note', note: 'new' },
    ])
  })

  it('takes no reason', () => {
    expect(play({ kind: 'note', current: null }, { kind: 'pick-reason', code: 'a' }).flow).toEqual({ kind: 'noting', note: '' })
  })
})
