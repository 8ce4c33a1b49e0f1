import { exportPlan } from '#contract'
import { chooseUnits, type PlanUnit } from '#export'
import type { Figure } from './figure.ts'

const ROWS = 300_000

/** Longer than that a person feels. Milliseconds. */
const MOST_HELD = 250

/** Choosing of so many rows and dividing them by time, with attempts and duplicates among them: the longest the engine is held between two stages. */
export function choosing(rows = ROWS): Figure {
  const plan = exportPlan.parse({ target: 'trl', splits: { by: 'time', shares: { train: 0.8, validation: 0.1, test: 0.1 }, seed: 1 } })
  const units = Array.from({ length: rows }, (_, number) => unitOf(number))
  const began = performance.now()
  const work = chooseUnits(units, plan)
  let held = 0
  for (let at = began, stage = work.next(); !stage.done; at = performance.now(), stage = work.next())
    held = Math.max(held, performance.now() - at)
  const took = performance.now() - began
  return {
    what: `${rows.toLocaleString('en')} rows chosen and divided by time, in ${(took / 1_000).toFixed(1)} s: the longest hold of the engine`,
    value: `${held.toFixed(0)} ms`,
    baseline: 'the bound',
    baselineValue: `${MOST_HELD} ms`,
    ratio: held / MOST_HELD,
  }
}

function unitOf(number: number): PlanUnit {
  const task = (number * 7_919) % 200_003
  const none = { repo: null, language: null, harness: null, model: null, category: null, issueGroup: null, issue: null }
  return {
    one: {
      ...none,
      id: `run-${String(number).padStart(7, '0')}`,
      state: '',
      instance: `i${task}`,
      task: task,
      patch: number % 5 === 0 ? `p${number % 150_001}` : null,
      patchGroup: number % 11 === 0 ? number % 40_009 : null,
      time: new Date(1.5e12 + task * 1e6).toISOString(),
    },
    other: null,
  }
}
