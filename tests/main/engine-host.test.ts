import { EventEmitter } from 'node:events'
import type { MessagePortMain, UtilityProcess } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEngineHost } from '../../src/main/engine-host.ts'
import type { EngineFacts, EngineMessage } from '../../src/main/engine-message.ts'
import type { EngineState } from '../../src/preload/bridge.ts'

/** A stand-in for the engine's process: what it was told, and a way to speak and die. */
class FakeProcess extends EventEmitter {
  readonly told: unknown[] = []
  readonly ports: unknown[] = []
  killed = false

  postMessage(message: unknown, ports: unknown[] = []): void {
    this.told.push(message)
    this.ports.push(...ports)
  }
  kill(): boolean {
    this.killed = true
    this.emit('exit', 9)
    return true
  }
  say(message: EngineMessage | { kind: 'nonsense' }): void {
    this.emit('message', message)
  }
  die(code = 1): void {
    this.emit('exit', code)
  }
}

function build() {
  const processes: FakeProcess[] = []
  const states: EngineState[] = []
  const facts: EngineFacts[] = []
  const onGiveUp = vi.fn()
  const host = createEngineHost({
    fork: () => {
      const started = new FakeProcess()
      processes.push(started)
      return started as unknown as UtilityProcess
    },
    onState: (state) => states.push(state),
    onFacts: (next) => facts.push(next),
    onGiveUp,
    now: () => Date.now(),
    token: () => 'hf_kept',
  })
  const newest = (): FakeProcess => {
    const last = processes.at(-1)
    if (!last) throw new Error('nothing was forked')
    return last
  }
  return { host, processes, states, facts, onGiveUp, newest }
}

const port = {} as MessagePortMain
/** What an engine hears first. */
const TOKEN = { kind: 'token', token: 'hf_kept' }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the engine host', () => {
  it('hands ports to the engine from the first moment on, and says nothing of a first start', () => {
    const { host, newest, states } = build()
    host.handPort(port)
    newest().say({ kind: 'ready' })
    expect(newest().told).toEqual([TOKEN, { kind: 'port' }])
    expect(newest().ports).toEqual([port])
    expect(states).toEqual([])
  })

  it('tells the page of a death, starts the engine anew and tells it is back', () => {
    const { newest, states, processes, host } = build()
    newest().say({ kind: 'ready' })
    newest().die()
    expect(states).toEqual([{ kind: 'lost', reason: expect.stringContaining('restarted'), willRestart: true }])
    expect(processes).toHaveLength(1)
    vi.advanceTimersByTime(250)
    expect(processes).toHaveLength(2)
    newest().say({ kind: 'ready' })
    expect(states.at(-1)).toEqual({ kind: 'ready' })
    host.handPort(port)
    expect(newest().ports).toEqual([port])
  })

  it('gives up on an engine that dies again and again, and starts over when asked', () => {
    const { newest, states, processes, onGiveUp, host } = build()
    for (let death = 0; death < 6; death++) {
      newest().die()
      vi.advanceTimersByTime(5_000)
    }
    expect(processes).toHaveLength(6)
    expect(onGiveUp).toHaveBeenCalledOnce()
    expect(states.at(-1)).toMatchObject({ kind: 'lost', willRestart: false })
    host.restart()
    expect(processes).toHaveLength(7)
    newest().say({ kind: 'ready' })
    expect(states.at(-1)).toEqual({ kind: 'ready' })
  })

  it('does not restart an engine that cannot open its workspace, and passes the remedy on', () => {
    const { newest, states, processes } = build()
    newest().say({ kind: 'failed', fault: { message: 'The workspace is open elsewhere.', remedy: 'Close it there.' } })
    newest().die(3)
    vi.advanceTimersByTime(60_000)
    expect(processes).toHaveLength(1)
    expect(states).toEqual([{ kind: 'lost', reason: 'The workspace is open elsewhere. Close it there.', willRestart: false }])
  })

  it('tells every engine the token, and the running one of a change', () => {
    const { host, newest } = build()
    host.tellToken(null)
    expect(newest().told).toEqual([TOKEN, { kind: 'token', token: null }])
    newest().die()
    vi.advanceTimersByTime(250)
    expect(newest().told).toEqual([TOKEN])
  })

  it('passes facts on and ignores what it does not know', () => {
    const { newest, facts } = build()
    const told: EngineFacts = { workspace: '/w', recent: [{ path: '/w', name: 'w' }], exports: ['/w/out'] }
    newest().say({ kind: 'nonsense' })
    newest().say({ kind: 'facts', facts: told })
    expect(facts).toEqual([told])
  })

  it('ends the engine in order', async () => {
    const { host, newest, processes, states } = build()
    const closed = host.close()
    expect(newest().told).toEqual([TOKEN, { kind: 'close' }])
    newest().die(0)
    await closed
    vi.advanceTimersByTime(60_000)
    expect(processes).toHaveLength(1)
    expect(states).toEqual([])
  })

  it('ends an engine that does not end itself', async () => {
    const { host, newest } = build()
    const closed = host.close()
    vi.advanceTimersByTime(5_000)
    await closed
    expect(newest().killed).toBe(true)
  })
})
