import { describe, expect, it } from 'vitest'
import { firstMap, mapColumn, missingTargets, renamesOf, type SourceColumns } from '../../../src/renderer/open/column-map.ts'

const columns: SourceColumns = {
  file: 'train.parquet',
  shape: null,
  columns: [
    { name: 'task', type: 'string' },
    { name: 'conversation', type: 'list' },
    { name: 'instance_id', type: 'string' },
  ],
  targets: [
    { name: 'messages', help: 'the trajectory', isNeeded: true },
    { name: 'instance_id', help: 'the task', isNeeded: false },
    { name: 'repo', help: 'owner/name', isNeeded: false },
  ],
  suggested: { messages: 'conversation', repo: 'gone' },
}

describe('the map of columns', () => {
  it('begins with what is called so already and what the names suggest', () => {
    expect(firstMap(columns)).toEqual({ messages: 'conversation', instance_id: 'instance_id' })
  })

  it('begins with what was chosen before, where the column is still there', () => {
    expect(firstMap(columns, { instance_id: 'task', messages: 'vanished' })).toEqual({ instance_id: 'task' })
  })

  it('says which needed names are missing', () => {
    const map = firstMap(columns)
    expect(missingTargets(columns, map)).toEqual([])
    expect(missingTargets(columns, mapColumn(map, 'messages', ''))).toEqual(['messages'])
  })

  it('tells the host only of names that differ', () => {
    expect(renamesOf(firstMap(columns))).toEqual({ messages: 'conversation' })
  })
})
