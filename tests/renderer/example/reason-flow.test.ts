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

  it('goes out at once when it agrees with the recipe, and the next press is as good as the first', () => {
    const { flow, orders } = play(accept('keep'), reject('drop'))
    expect(flow).toEqual(IDLE)
    expect(orders).toEqual([
      { kind: 'decide', decision: 'accept', reason: null, note: null },
      { kind: 'decide', decision: 'reject', reason: null, note: null },
    ])
  })

  it('asks for a reason when it goes against the recipe', () => {
    expect(play(reject('keep'))).toMatchObject({ flow: { kind: 'asking', decision: 'reject', verdict: 'keep' }, orders: [] })
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

  it('goes out with the reason of a digit at once, and with the note written before', () => {
    const { flow, orders } = play(reject('keep'), { kind: 'write-note', note: 'see 12' }, { kind: 'decide-for', code: 'wrong-fix' })
    expect(flow).toEqual(IDLE)
    expect(orders).toEqual([{ kind: 'decide', decision: 'reject', reason: 'wrong-fix', note: 'see 12' }])
  })

  it('takes no digit while nothing is asked', () => {
    expect(play({ kind: 'decide-for', code: 'wrong-fix' })).toEqual({ flow: IDLE, orders: [] })
  })

  it('begins anew after Esc', () => {
    expect(play(reject('keep'), { kind: 'cancel' }).flow).toEqual(IDLE)
  })
})

describe('overriding', () => {
  const override = (verdict: 'keep' | 'drop' | null): ReasonEvent => ({ kind: 'override', verdict })

  it('starts with the answer that goes against the recipe', () => {
    expect(play(override('keep')).flow).toMatchObject({ kind: 'asking', decision: 'reject', isChosen: true })
    expect(play(override('drop')).flow).toMatchObject({ kind: 'asking', decision: 'accept', isChosen: true })
  })

  it('may choose to agree, with a reason or without', () => {
    const agree: ReasonEvent[] = [override('keep'), { kind: 'choose', decision: 'accept' }]
    expect(play(...agree, { kind: 'confirm' }).orders).toEqual([{ kind: 'decide', decision: 'accept', reason: null, note: null }])
    expect(play(...agree, { kind: 'decide-for', code: 'good-run' }).orders).toMatchObject([{ decision: 'accept', reason: 'good-run' }])
  })

  it('forgets a reason for the other answer', () => {
    expect(play(override('keep'), { kind: 'pick-reason', code: 'wrong-fix' }, { kind: 'choose', decision: 'accept' }).flow).toMatchObject({
      reason: null,
    })
  })
})

describe('a note', () => {
  it('starts from the one there is and goes out on its own', () => {
    expect(play({ kind: 'note', current: 'old' }).flow).toEqual({ kind: 'noting', note: 'old', error: null })
    expect(play({ kind: 'note', current: null }, { kind: 'write-note', note: 'new ' }, { kind: 'confirm' }).orders).toEqual([
      { kind: 'note', note: 'new', goesOn: false },
    ])
  })

  it('takes no reason', () => {
    expect(play({ kind: 'note', current: null }, { kind: 'pick-reason', code: 'a' }).flow).toEqual({
      kind: 'noting',
      note: '',
      error: null,
    })
  })

  it('may go on to the next example', () => {
    const note: ReasonEvent = { kind: 'write-note', note: 'new' }
    expect(play({ kind: 'note', current: null }, note, { kind: 'confirm', goesOn: true }).orders).toEqual([
      { kind: 'note', note: 'new', goesOn: true },
    ])
  })

  it('does not go out empty', () => {
    const { flow, orders } = play({ kind: 'note', current: 'old' }, { kind: 'write-note', note: '  ' }, { kind: 'confirm' })
    expect(orders).toEqual([])
    expect(flow).toMatchObject({ kind: 'noting', error: expect.stringContaining('Write something') })
  })
})
