import { describe, expect, it } from 'vitest'
import { leavingParts } from '../../src/renderer/exporting/leaving-parts.ts'
import { faultOf, isCancelled } from '../../src/renderer/state/fault-of.ts'
import { isStaleAfter } from '../../src/renderer/state/stale-calls.ts'
import { DEFAULT_SETTINGS, withSaved } from '../../src/renderer/state/use-settings.ts'
import { dragSize, readSizes, trackOf } from '../../src/renderer/widgets/split-sizes.ts'

describe('what a change makes stale', () => {
  it('is the table after a decision, but not the recipe or a patch', () => {
    expect(isStaleAfter('decisions', ['example', 'page', {}])).toBe(true)
    expect(isStaleAfter('decisions', ['recipe', 'current'])).toBe(false)
    expect(isStaleAfter('decisions', ['example', 'patch', { id: 'a' }])).toBe(false)
  })

  it('is everything of another workspace, but not the settings', () => {
    expect(isStaleAfter('workspace', ['example', 'patch', { id: 'a' }])).toBe(true)
    expect(isStaleAfter('workspace', ['settings'])).toBe(false)
  })
})

describe('what was thrown', () => {
  const fault = { kind: 'not-found', message: 'No such file.', culprit: '/a', remedy: 'Check the path.' }

  it('is the Fault it carries', () => {
    expect(faultOf(Object.assign(new Error('x'), { data: fault }))).toEqual(fault)
    expect(faultOf(fault)).toEqual(fault)
  })

  it('is told as it is when it carries none', () => {
    expect(faultOf(new Error('socket closed'))).toMatchObject({ kind: 'internal', message: 'socket closed' })
    expect(faultOf(undefined).message).not.toBe('')
  })

  it('was no failure when it was cancelled', () => {
    expect(isCancelled(new DOMException('stopped', 'AbortError'))).toBe(true)
    expect(isCancelled({ ...fault, kind: 'cancelled' })).toBe(true)
    expect(isCancelled(fault)).toBe(false)
  })
})

describe('the shares of an export', () => {
  it('add up to every example', () => {
    const leaving = { leaving: 30, byRecipe: 22, acceptedWith: 3, acceptedAgainst: 5 }
    const staying = { rejectedAgainst: 4, rejectedWith: 6, undecidedDropped: 53, undecidedSilent: 7 }
    const rest = { target: 'tutorial' as const, stale: 0, disputed: 0, funnel: null, warnings: [], suggestedOut: '/out' }
    const choice = { chosen: 30, chosenHash: '', steps: [], mixture: [], splits: null }
    const parts = leavingParts({ total: 100, ...leaving, ...staying, ...rest, ...choice }, 'keep')
    expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(100)
    expect(parts.filter((part) => part.leaves).reduce((sum, part) => sum + part.count, 0)).toBe(30)
    const byPeople = leavingParts({ total: 100, ...leaving, leaving: 8, ...staying, ...rest, ...choice }, 'accepted')
    expect(byPeople.filter((part) => part.leaves).reduce((sum, part) => sum + part.count, 0)).toBe(8)
  })
})

describe('a panel’s width', () => {
  const pane = { id: 'facets', size: 232, min: 180 } as const

  it('is the remembered one, never below its least', () => {
    expect(trackOf(pane, {})).toBe('minmax(180px, 232px)')
    expect(trackOf(pane, { facets: 300 })).toBe('minmax(180px, 300px)')
    expect(trackOf(pane, { facets: 20 })).toBe('minmax(180px, 180px)')
    expect(trackOf({ id: 'table', size: 'rest', min: 320 }, { table: 9 })).toBe('minmax(320px, 1fr)')
  })

  it('stays between its least and most of the window', () => {
    expect(dragSize(pane, 232, -200, 1000)).toBe(180)
    expect(dragSize(pane, 232, 2000, 1000)).toBe(700)
  })

  it('forgets what is no width', () => {
    expect(readSizes({ facets: 200, table: 'wide' })).toEqual({ facets: 200 })
    expect(readSizes('wide')).toBeNull()
  })
})

describe('settings that were saved', () => {
  it('leave alone what was changed while the host was asked', () => {
    const answer = { ...DEFAULT_SETTINGS, reviewer: 'Ada' }
    expect(withSaved({ ...DEFAULT_SETTINGS, isBlind: true }, answer, { reviewer: ' Ada ' })).toEqual({ ...answer, isBlind: true })
    expect(withSaved(undefined, answer, { reviewer: 'Ada' })).toBe(answer)
  })
})
