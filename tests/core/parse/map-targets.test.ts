import { describe, expect, it } from 'vitest'
import { MAP_TARGETS, parseRow, problemOfMap, suggestMap } from '#parse'
import type { JsonObject } from '#record'

const ref = { sourceId: 's1', uri: '/data', revision: null, file: 'a.jsonl', row: 0 }
const parse = (value: JsonObject) => parseRow({ ref, hints: { config: null, split: null }, value })

describe('suggesting a column map', () => {
  it.each([
    [
      ['conversation', 'task_id', 'diff', 'success'],
      { messages: 'conversation', instance_id: 'task_id', resolved: 'success', model_patch: 'diff' },
    ],
    [['conversations', 'id', 'reward'], { messages: 'conversations', instance_id: 'id', resolved: 'reward' }],
    [['messages', 'instance_id', 'patch'], { model_patch: 'patch' }],
    [['Dialog', 'Traj-ID'], { messages: 'Dialog', trajectory_id: 'Traj-ID' }],
    [['a', 'b'], {}],
  ])('of %j', (columns, expected) => {
    expect(suggestMap(columns)).toEqual(expected)
  })

  it('asks for messages alone', () => {
    expect(MAP_TARGETS.filter(({ isNeeded }) => isNeeded).map(({ name }) => name)).toEqual(['messages'])
  })
})

describe('checking a column map', () => {
  it('lets the known names pass and refuses others with them', () => {
    expect(problemOfMap({ messages: 'x', resolved: 'y' })).toBeNull()
    expect(problemOfMap({ mesages: 'x' })?.fault).toMatchObject({ kind: 'bad-input', culprit: 'mesages' })
    expect(problemOfMap({ mesages: 'x' })?.message).toContain('known are: messages, instance_id,')
  })
})

describe('rows read through a map', () => {
  it('that have messages and nothing else are examples', () => {
    expect(parse({ messages: [{ role: 'user', content: 'hi' }], instance_id: null })).toMatchObject({
      kind: 'example',
      example: { shape: 'R2b', instanceId: null, messages: [{ role: 'user', content: 'hi' }] },
    })
  })

  it('may hold turns of {from, value}', () => {
    const turns = ['system', 'human', 'gpt', 'observation', 'tool', 'narrator'].map((from, n) => ({ from, value: `text ${n}`, weight: 1 }))
    const parsed = parse({ messages: turns, instance_id: null })
    if (parsed.kind !== 'example') throw new Error('an example was expected')
    expect(parsed.example.messages.map(({ role, content }) => `${role}: ${content}`)).toEqual([
      'system: text 0',
      'user: text 1',
      'assistant: text 2',
      'tool: text 3',
      'tool: text 4',
      'narrator: text 5',
    ])
    expect(parsed.example.messages[1]?.extra).toEqual({ from: 'human', weight: 1 })
  })
})
