import { setTimeout as after } from 'node:timers/promises'
import { findInTrace } from '../../src/core/workbench/find-in-trace.ts'
import { buildMessage, buildR1, parseExample } from '../support/rows.ts'
import { type Figure, timed } from './figure.ts'

const LINE = '2024-01-01 error: something went wrong in src/foo/bar.py line 123, é and more\n'

/** Finding a pattern in a run of 20 MB: what it takes, and the longest it keeps the engine from anything else. */
export async function findCost(): Promise<Figure[]> {
  const text = LINE.repeat(Math.ceil(20_000_000 / LINE.length))
  const example = parseExample(buildR1({ trajectory: [buildMessage('user', text), buildMessage('assistant', 'done')] }))
  const plain = await timed(() => findInTrace(example, { query: 'not in it' }))
  const watch = watchGaps()
  const pattern = await timed(() => findInTrace(example, { query: '[a-z]+\\d', isRegex: true }))
  const longest = await watch.stop()
  const baseline = { baseline: 'the same run searched for a text that is not in it', baselineValue: `${plain.toFixed(0)} ms` }
  return [
    { what: 'find a pattern in a run of 20 MB', value: `${pattern.toFixed(0)} ms`, ...baseline, ratio: pattern / plain },
    { what: 'longest hold of the engine while it does', value: `${longest.toFixed(0)} ms`, ...baseline, ratio: longest / plain },
  ]
}

/** The longest time between two turns of the event loop. */
function watchGaps() {
  let isOver = false
  let longest = 0
  const done = (async () => {
    for (let last = performance.now(); !isOver; ) {
      await after(0)
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
  })()
  return {
    async stop(): Promise<number> {
      isOver = true
      await done
      return longest
    },
  }
}
