import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makePreview } from '../../../src/renderer/metrics/logic/make-preview.ts'

describe('makePreview', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows the newest of what a drag passes over, and no more often than every 150 ms', () => {
    const { shown, preview } = begin()
    for (let at = 1; at <= 30; at++) {
      preview(at)
      vi.advanceTimersByTime(10)
    }
    expect(shown).toEqual([15, 30])
  })

  it('waits for the answers to the one before', () => {
    const { shown, preview, work } = begin()
    work.isBusy = true
    preview(1)
    vi.advanceTimersByTime(1000)
    expect(shown).toEqual([])
    preview(2)
    work.isBusy = false
    vi.advanceTimersByTime(150)
    expect(shown).toEqual([2])
  })

  it('is over at once, and nothing comes after', () => {
    const { shown, preview } = begin()
    preview(1)
    preview(null)
    vi.advanceTimersByTime(1000)
    expect(shown).toEqual([null])
  })

  it('begins again after it was over', () => {
    const { shown, preview } = begin()
    preview(1)
    preview(null)
    preview(2)
    vi.advanceTimersByTime(1000)
    expect(shown).toEqual([null, 2])
    expect(vi.getTimerCount()).toBe(0)
  })
})

function begin() {
  const shown: (number | null)[] = []
  const work = { isBusy: false }
  const preview = makePreview<number>(
    (view) => shown.push(view),
    () => work.isBusy,
  )
  return { shown, work, preview }
}
