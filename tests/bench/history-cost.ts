import { attemptsOf } from '../../src/core/measure/checks/git-history/attempts.ts'
import { buildExample, turn } from '../support/examples.ts'
import type { Figure } from './figure.ts'

const PIPES = 50_000
/** The shorter script, so many times as short. */
const SHARE = 4

/** How long the git-history check takes over one hostile script, beside what a quarter of it takes: 1 is linear. */
export function historyCost(): Figure {
  judged(PIPES / SHARE)
  const [short, long] = [judged(PIPES / SHARE), judged(PIPES)]
  return {
    what: `a script of ${PIPES.toLocaleString('en')} piped git commands, judged`,
    value: `${(long / 1000).toFixed(2)} s`,
    baseline: `${SHARE} times a script of ${(PIPES / SHARE).toLocaleString('en')}`,
    baselineValue: `${((short * SHARE) / 1000).toFixed(2)} s`,
    ratio: long / (short * SHARE),
  }
}

/** Milliseconds for a script of so many commands. */
function judged(pipes: number): number {
  const command = Array.from({ length: pipes }, () => 'git log --all').join(' | ')
  const run = buildExample({ repo: 'acme/rocket', messages: turn(0, { kind: 'shell', command }) })
  const start = performance.now()
  attemptsOf(run)
  return performance.now() - start
}
