import { describe, expect, it } from 'vitest'
import type { StoredSource } from '#store'
import { columnMapFor } from '../../../../src/core/workbench/add/column-map.ts'

const source = (examples: number, columnMap: StoredSource['columnMap']): StoredSource => ({
  id: 's1',
  uri: '/rows',
  kind: 'folder',
  revision: null,
  addedAt: '2026-01-01T00:00:00Z',
  shapes: [],
  examples,
  bodies: examples,
  rejected: 0,
  isComplete: true,
  isIndexed: true,
  columnMap,
})

describe('the column map of a source', () => {
  it('is the one given, and none by default', () => {
    expect(columnMapFor(undefined, { messages: 'chat' })).toEqual({ messages: 'chat' })
    expect(columnMapFor(undefined, undefined)).toBeNull()
    expect(columnMapFor(undefined, {})).toBeNull()
  })

  it('is remembered when none is given', () => {
    expect(columnMapFor(source(3, { messages: 'chat' }), undefined)).toEqual({ messages: 'chat' })
  })

  it('may change while nothing was read by it, and in its order always', () => {
    expect(columnMapFor(source(0, { messages: 'chat' }), { messages: 'talk' })).toEqual({ messages: 'talk' })
    const before = { messages: 'chat', repo: 'project' }
    expect(columnMapFor(source(3, before), { repo: 'project', messages: 'chat' })).toBe(before)
  })

  it('cannot change once rows were read by it', () => {
    expect(() => columnMapFor(source(3, { messages: 'chat' }), { messages: 'talk' })).toThrow(
      '/rows was read with messages=chat, not with messages=talk.',
    )
    expect(() => columnMapFor(source(3, null), { messages: 'talk' })).toThrow('its columns as they are called')
  })

  it('has only names that columns can be read as', () => {
    expect(() => columnMapFor(undefined, { trajektory: 'chat' })).toThrow('trajektory')
  })
})
