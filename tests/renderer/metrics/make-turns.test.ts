import { describe, expect, it } from 'vitest'
import { makeTurns } from '../../../src/renderer/metrics/logic/make-turns.ts'

const free = new AbortController().signal

/** Work that ends when it is told to. */
function work() {
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const start = (name: string) => () =>
    new Promise<string>((done, fail) => {
      begun.push(name)
      ends.set(name, (error) => (error ? fail(error) : done(name)))
    })
  return { begun, start, end: (name: string, error?: Error) => ends.get(name)?.(error) }
}

describe('taking turns', () => {
  it('lets so many go on at once, the others in the order they came', async () => {
    const { begun, start, end } = work()
    const inTurn = makeTurns(2)
    const all = ['a', 'b', 'c', 'd'].map((name) => inTurn(free, start(name)))
    await settle()
    expect(begun).toEqual(['a', 'b'])
    end('b')
    await settle()
    expect(begun).toEqual(['a', 'b', 'c'])
    end('a')
    end('c')
    await settle()
    end('d')
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('never begins what was stopped while it waited', async () => {
    const { begun, start, end } = work()
    const inTurn = makeTurns(1)
    const stop = new AbortController()
    const first = inTurn(free, start('first'))
    const outdated = inTurn(stop.signal, start('outdated'))
    const latest = inTurn(free, start('latest'))
    stop.abort(new Error('outdated'))
    await expect(outdated).rejects.toThrow('outdated')
    end('first')
    await first
    await settle()
    end('latest')
    expect(await latest).toBe('latest')
    expect(begun).toEqual(['first', 'latest'])
    await expect(inTurn(stop.signal, start('late'))).rejects.toThrow('outdated')
  })

  it('goes on after a failure', async () => {
    const { start, end } = work()
    const inTurn = makeTurns(1)
    const failing = inTurn(free, start('failing'))
    const next = inTurn(free, start('next'))
    await settle()
    end('failing', new Error('broken'))
    await expect(failing).rejects.toThrow('broken')
    await settle()
    end('next')
    expect(await next).toBe('next')
  })
})

function settle(): Promise<void> {
  return new Promise((done) => setTimeout(done))
}
