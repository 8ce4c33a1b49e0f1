import type { MessagePortMain, UtilityProcess } from 'electron'
import type { EngineState } from '../preload/bridge.ts'
import { type EngineFacts, type EngineOrder, engineMessage } from './engine-message.ts'
import { planRestart } from './restart-policy.ts'

/** What the host of the engine is given; the process itself, so that tests can give a stand-in for it. */
export interface EngineHostOptions {
  fork(): UtilityProcess
  /** The engine has gone, or is back after it had gone. */
  onState(state: EngineState): void
  onFacts(facts: EngineFacts): void
  /** It died too often; nothing more is tried until `restart`. */
  onGiveUp(): void
  now(): number
  /** The Hub's token, asked for at every start of the engine. */
  token(): string | null
}

/** Keeps the engine process running. */
export interface EngineHost {
  /** `lost` while there is no engine to hand a port to. */
  readonly state: EngineState | null
  /** Gives the engine's end of a channel to it; one that is still starting takes it up when it is ready. */
  handPort(port: MessagePortMain): void
  /** Tells the engine of another token; null that there is none any more. */
  tellToken(token: string | null): void
  /** Starts anew after giving up. */
  restart(): void
  /** Lets the engine finish in order, and ends it when it does not within five seconds. */
  close(): Promise<void>
}

const CLOSE_MS = 5_000
const RESTARTING = 'The engine stopped unexpectedly and is being restarted; nothing you decided is lost.'
const GIVEN_UP = 'The engine keeps stopping. Everything decided so far is saved; start Winnow again.'

/** Forks the engine at once and again whenever it dies. */
export function createEngineHost({ fork, onState, onFacts, onGiveUp, now, token }: EngineHostOptions): EngineHost {
  let child: UtilityProcess | null = null
  let state: EngineState | null = null
  let deaths: number[] = []
  let isClosing = false

  const tell = (next: EngineState): void => {
    state = next
    onState(next)
  }
  const onMessage = (data: unknown): void => {
    const { data: message } = engineMessage.safeParse(data)
    if (message?.kind === 'facts') onFacts(message.facts)
    // A first start is no news to the page, which has its port already; after a loss it must ask for another.
    if (message?.kind === 'ready' && state?.kind === 'lost') tell({ kind: 'ready' })
    if (message?.kind === 'failed') {
      const { message: text, remedy } = message.fault
      tell({ kind: 'lost', reason: remedy ? `${text} ${remedy}` : text, willRestart: false })
    }
  }
  const start = (): void => {
    const started = fork()
    child = started
    started.postMessage({ kind: 'token', token: token() } satisfies EngineOrder)
    started.on('message', onMessage)
    started.once('exit', () => {
      if (child === started) child = null
      if (!isClosing && !(state?.kind === 'lost' && !state.willRestart)) onDeath()
    })
  }
  const onDeath = (): void => {
    const plan = planRestart(deaths, now())
    deaths = plan.deaths
    tell({ kind: 'lost', reason: plan.pauseMs === null ? GIVEN_UP : RESTARTING, willRestart: plan.pauseMs !== null })
    if (plan.pauseMs === null) onGiveUp()
    else setTimeout(() => !isClosing && start(), plan.pauseMs)
  }

  start()
  return {
    get state() {
      return state
    },
    handPort: (port) => child?.postMessage({ kind: 'port' } satisfies EngineOrder, [port]),
    tellToken: (next) => child?.postMessage({ kind: 'token', token: next } satisfies EngineOrder),
    restart() {
      deaths = []
      tell({ kind: 'lost', reason: RESTARTING, willRestart: true })
      start()
    },
    async close() {
      isClosing = true
      if (child) await endInOrder(child)
    },
  }
}

function endInOrder(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill(), CLOSE_MS)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.postMessage({ kind: 'close' } satisfies EngineOrder)
  })
}
