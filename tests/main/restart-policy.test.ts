import { describe, expect, it } from 'vitest'
import { planRestart } from '../../src/main/restart-policy.ts'

/** Lets an engine die at these times and gives the pauses before each next start. */
function pausesAfter(times: number[]): (number | null)[] {
  let deaths: number[] = []
  return times.map((time) => {
    const plan = planRestart(deaths, time)
    deaths = plan.deaths
    return plan.pauseMs
  })
}

describe('planRestart', () => {
  it('waits longer after each death of the same minute, and gives up after the fifth restart', () =>
    expect(pausesAfter([0, 1, 2, 3, 4, 5])).toEqual([250, 500, 1000, 2000, 4000, null]))

  it('forgets deaths older than a minute', () => {
    expect(pausesAfter([0, 30_000, 59_999, 60_000])).toEqual([250, 500, 1000, 1000])
    expect(pausesAfter([0, 120_000, 240_000, 360_000, 480_000, 600_000, 720_000])).toEqual(Array(7).fill(250))
  })
})
