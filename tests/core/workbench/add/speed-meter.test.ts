import { describe, expect, it } from 'vitest'
import { createSpeedMeter } from '../../../../src/core/workbench/add/speed-meter.ts'

/** A meter on a clock that the test moves. */
function buildMeter() {
  let ms = 0
  const meter = createSpeedMeter(() => ms)
  return {
    ...meter,
    later(by: number, total: number) {
      ms += by
      meter.note(total)
    },
    pass(by: number) {
      ms += by
    },
  }
}

describe('the speed meter', () => {
  it('knows no speed at the start', () => {
    expect(buildMeter().rate()).toBe(0)
  })

  it('tells the mean while the window is not full', () => {
    const meter = buildMeter()
    meter.later(1_000, 100)
    meter.later(1_000, 300)
    expect(meter.rate()).toBe(150)
  })

  it('forgets what was before the last five seconds', () => {
    const meter = buildMeter()
    meter.later(1_000, 1_000_000)
    for (let n = 1; n <= 10; n++) meter.later(1_000, 1_000_000 + n * 10)
    expect(meter.rate()).toBe(10)
  })

  it('falls while nothing comes, and is nothing after five seconds of it', () => {
    const meter = buildMeter()
    meter.later(1_000, 100)
    meter.pass(1_000)
    expect(meter.rate()).toBe(50)
    meter.pass(5_000)
    expect(meter.rate()).toBe(0)
  })

  it('counts every unit, however close together they are noted', () => {
    const meter = buildMeter()
    for (let n = 1; n <= 1_000; n++) meter.later(1, n)
    expect(meter.rate()).toBe(1_000)
  })
})
