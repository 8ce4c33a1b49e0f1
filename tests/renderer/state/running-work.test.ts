import { beforeEach, describe, expect, it } from 'vitest'
import { beginWork, cancelWork, dropWork, useRunning, whenDropped } from '../../../src/renderer/state/running-work.ts'

describe('the streams a page runs', () => {
  beforeEach(() => dropWork())

  it('are stopped one after another, what was started last first', () => {
    const stopped: string[] = []
    beginWork(() => stopped.push('export'))
    beginWork(() => stopped.push('push'))
    expect([cancelWork(), cancelWork(), cancelWork()]).toEqual([true, true, false])
    expect(stopped).toEqual(['push', 'export'])
  })

  it('are not stopped once they have ended', () => {
    const stopped: string[] = []
    beginWork(() => stopped.push('export'))
    const end = beginWork(() => stopped.push('verify'))
    end()
    cancelWork()
    end()
    expect(stopped).toEqual(['export'])
    expect(useRunning.getState().running).toEqual([])
  })

  it('are all stopped, and what came of them forgotten, with their workspace', () => {
    const said: string[] = []
    whenDropped(() => said.push('forgotten'))
    beginWork(() => said.push('export'))
    beginWork(() => said.push('push'))
    dropWork()
    expect(said).toEqual(['push', 'export', 'forgotten'])
  })
})
