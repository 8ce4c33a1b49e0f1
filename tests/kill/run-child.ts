import { spawn } from 'node:child_process'
import type { LedgerEntry } from '#record'
import { ROOT } from './bundle-child.ts'
import type { Asked } from './check-round.ts'
import type { Said } from './said.ts'

/** When a child is killed. */
export type Moment =
  /** So long after it was started: while it opens, mends and checks, or later. */
  | { kind: 'start'; ms: number }
  /** So long after it began to act. */
  | { kind: 'work'; ms: number }
  /** So long after it asked for what makes many entries in one go. */
  | { kind: 'many'; ms: number }
  /** It looks, and ends by itself. */
  | { kind: 'never' }

/** What a killed child had said. */
export interface Life {
  /** Entries behind those that were known. */
  entries: LedgerEntry[]
  /** Null when it was killed before it told them all. */
  problems: string[] | null
  asked: Asked[]
  /** Milliseconds from its start until it had told what it found; null when it did not come so far. */
  openMs: number | null
  /** Why it ended by itself, which it never should; null when it was killed. */
  failure: string | null
}

/** Longest a child may wait for an act of many entries before it is killed anyway. */
const PATIENCE_MS = 2_000

/** Longest anything may take: a child that hangs is a failure. */
const HANG_MS = 60_000

/** Starts a child on a workspace and kills it, with nothing to say goodbye, at that moment. */
export function runChild(
  file: string,
  folder: string,
  { knownSeq, seed, moment }: { knownSeq: number; seed: number; moment: Moment },
): Promise<Life> {
  const startedAt = performance.now()
  const args = [file, ROOT, folder, moment.kind === 'never' ? 'look' : 'act', String(knownSeq), String(seed)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const life: Life = { entries: [], problems: null, asked: [], openMs: null, failure: null }
  let isHung = false
  const kill = () => child.kill('SIGKILL')
  const killIn = (ms: number) => setTimeout(kill, ms)
  const timers = [
    setTimeout(() => {
      isHung = true
      kill()
    }, HANG_MS),
    ...(moment.kind === 'start' ? [killIn(moment.ms)] : []),
  ]
  const hear = (said: Said): void => {
    if (said.at === 'entry') life.entries.push(said.entry)
    else if (said.at === 'open') {
      life.problems = said.problems
      life.openMs = performance.now() - startedAt
      if (moment.kind === 'work') timers.push(killIn(moment.ms))
      if (moment.kind === 'many') timers.push(killIn(PATIENCE_MS))
    } else if (said.at === 'ask') {
      life.asked.push({ act: said.act })
      if (moment.kind === 'many' && isMany(said)) timers.push(killIn(moment.ms))
    } else {
      const last = life.asked.at(-1)
      if (last) last.made = said.made
    }
  }
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = `${errors}${text}`.slice(-2_000)
  })
  readLines(child.stdout, hear)
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      for (const timer of timers) clearTimeout(timer)
      if (isHung) life.failure = `hung for ${HANG_MS} ms. ${errors}`
      else if (moment.kind === 'never' ? code !== 0 : signal !== 'SIGKILL')
        life.failure = `ended by itself with ${code ?? signal}. ${errors}`
      resolve(life)
    })
  })
}

function isMany({ act }: Extract<Said, { at: 'ask' }>): boolean {
  return act.kind === 'bulk' || act.kind === 'undo' || act.kind === 'redo'
}

/** Whole lines only: one that the kill cut short was never said. */
function readLines(stream: NodeJS.ReadableStream, hear: (said: Said) => void): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(JSON.parse(line) as Said)
  })
}
