import { beforeEach, describe, expect, it } from 'vitest'
import { allHeard, decisionOnItsWay, forgetUnsaved, type Said, sendInOrder, useOutbox } from '../../../src/renderer/state/outbox.ts'

function said(exampleId: string, over: Partial<Said> = {}): Said {
  return { exampleId, name: exampleId, kind: 'accept', reason: null, note: null, reviewer: 'ana', queue: null, ...over }
}

/** A call that is answered when told. */
function openCall(): { call: () => Promise<string>; answer: () => void; fail: () => void; began: () => boolean } {
  let isBegun = false
  let settle: { resolve: (text: string) => void; reject: (error: Error) => void }
  const promise = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject }
  })
  const call = () => {
    isBegun = true
    return promise
  }
  return { call, answer: () => settle.resolve('saved'), fail: () => settle.reject(new Error('disk full')), began: () => isBegun }
}

const turn = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(async () => {
  await allHeard()
  useOutbox.setState({ waiting: [], unsaved: [] })
})

describe('what is said', () => {
  it('goes out in the order it was said, one after the other', async () => {
    const first = openCall()
    const second = openCall()
    void sendInOrder(said('a'), first.call)
    void sendInOrder(said('b'), second.call)
    await turn()
    expect([first.began(), second.began()]).toEqual([true, false])
    first.answer()
    await turn()
    expect(second.began()).toBe(true)
    expect(useOutbox.getState().waiting.map((one) => one.exampleId)).toEqual(['b'])
    second.answer()
    await allHeard()
    expect(useOutbox.getState()).toEqual({ waiting: [], unsaved: [] })
  })

  it('stays on the list when it could not be saved, and holds up nothing behind it', async () => {
    const lost = openCall()
    const mine = sendInOrder(said('a', { kind: 'reject' }), lost.call)
    const next = sendInOrder(said('b'), async () => 'saved')
    lost.fail()
    await expect(mine).rejects.toThrow('disk full')
    await expect(next).resolves.toBe('saved')
    expect(useOutbox.getState().unsaved).toMatchObject([{ exampleId: 'a', kind: 'reject' }])
  })

  it('leaves the list when it is said anew, or seen', async () => {
    useOutbox.setState({ unsaved: [said('a', { kind: 'reject' }), said('b'), said('a', { kind: 'note' })] })
    await sendInOrder(said('a'), async () => 'saved')
    expect(useOutbox.getState().unsaved).toMatchObject([{ exampleId: 'b' }, { exampleId: 'a', kind: 'note' }])
    forgetUnsaved('b')
    expect(useOutbox.getState().unsaved).toMatchObject([{ exampleId: 'a', kind: 'note' }])
  })

  it('is not missed where nothing lasting was said', async () => {
    await sendInOrder(said('a', { kind: 'skip' }), async () => Promise.reject(new Error('gone'))).catch(() => undefined)
    expect(useOutbox.getState().unsaved).toEqual([])
  })

  it('shows as the last answer about an example until it is saved', () => {
    const waiting = [said('a'), said('b'), said('a', { kind: 'reject' }), said('a', { kind: 'note' })]
    expect(decisionOnItsWay(waiting, 'a')).toMatchObject({ kind: 'reject' })
    expect(decisionOnItsWay(waiting, 'c')).toBeUndefined()
  })
})
