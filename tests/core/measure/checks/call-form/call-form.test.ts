import { describe, expect, it } from 'vitest'
import type { Call, Json } from '#record'
import { callForm } from '../../../../../src/core/measure/checks/call-form/call-form.ts'
import { buildCall, buildExample, type MessageSketch, turn } from '../../../../support/examples.ts'
import { findIn, kindsIn, numbersOf } from '../../../../support/findings.ts'

const BASH = { name: 'execute_bash', parameters: { type: 'object', required: ['command'], properties: { command: { type: 'string' } } } }
const VIEW = {
  name: 'view',
  parameters: { required: ['path', 'range'], properties: { path: { type: ['string', 'null'] }, range: { type: 'array' }, depth: null } },
}
const TOOLS: Json[] = [{ type: 'function', function: BASH }, VIEW]

/** A run of one call with these arguments, answered. */
function calling(name: string, given: Json, known: Partial<Call> = {}) {
  const call = buildCall({ kind: 'other' }, { name, arguments: given, argumentsText: JSON.stringify(given), resultIndex: 1, ...known })
  return [
    { calls: [call] },
    {
      role: 'tool',
      content: 'done',
      result: { call: { messageIndex: 0, callIndex: 0 }, exitCode: null, isError: false, isTruncated: false },
    },
  ]
}

const of = (messages: MessageSketch[], known: Parameters<typeof buildExample>[0] = {}) => buildExample({ tools: TOOLS, ...known, messages })

describe('the form of a call', () => {
  it.each<[string, Json, string[]]>([
    ['execute_bash', { command: 'ls' }, []],
    ['execute_bash', { command: 'ls', timeout: 3 }, []],
    ['execute_bash', {}, ['missing-argument']],
    ['execute_bash', { command: 7 }, ['wrong-type']],
    ['execute_bash', { command: null }, ['wrong-type']],
    ['execute_bash', ['ls'], ['broken-arguments']],
    ['execute_bash', 'ls', ['broken-arguments']],
    ['view', { path: null, range: [1, 2] }, []],
    ['view', { path: 'a' }, ['missing-argument']],
    ['view', { path: 'a', range: '1,2' }, ['wrong-type']],
    ['toString', {}, ['unknown-tool']],
    ['Execute_bash', { command: 'ls' }, ['unknown-tool']],
  ])('of %s with %j shows %j', (name, given, kinds) => {
    expect(kindsIn(callForm, of(calling(name, given)))).toEqual(kinds)
  })

  it('says nothing of tools where the row defines none, or one that cannot be read', () => {
    expect(kindsIn(callForm, of(calling('anything', {}), { tools: [] }))).toEqual([])
    expect(kindsIn(callForm, of(calling('anything', {}), { tools: [...TOOLS, 'not a tool'] }))).toEqual([])
  })

  it('tells arguments that are not JSON, with the reason, and takes none at all for an empty object', () => {
    const broken = calling('execute_bash', null, { argumentsText: '{"command": "ls', argumentsError: 'Unterminated string' })
    expect(findIn(callForm, of(broken, { tools: [] }))).toMatchObject([
      { kind: 'broken-arguments', certainty: 'certain', quote: '{"command": "ls', text: expect.stringContaining('Unterminated string') },
    ])
    expect(kindsIn(callForm, of(calling('execute_bash', null, { argumentsText: '' })))).toEqual(['missing-argument'])
  })

  it('asks tags for names of arguments and not for their types, fences for neither', () => {
    expect(kindsIn(callForm, of(calling('view', { path: 'a', range: '[1]' }, { protocol: 'function-tag' })))).toEqual([])
    expect(kindsIn(callForm, of(calling('view', { path: 'a' }, { protocol: 'function-tag' })))).toEqual(['missing-argument'])
    expect(kindsIn(callForm, of(calling('bash', { command: 'ls' }, { protocol: 'fence' })))).toEqual([])
  })

  it('counts a call once, however much is wrong with it', () => {
    const twice = calling('view', { path: 3 })
    expect(kindsIn(callForm, of(twice))).toEqual(['missing-argument', 'wrong-type'])
    expect(numbersOf(callForm, of(twice))).toEqual({
      malformed_calls: 1,
      unknown_tools: 0,
      missing_arguments: 1,
      illegal_concurrent_turns: 0,
    })
    expect(numbersOf(callForm, of(calling('nope', {})))).toMatchObject({ malformed_calls: 1, unknown_tools: 1 })
  })
})

describe('several calls in one turn', () => {
  const twoCalls: MessageSketch[] = [{ calls: [1, 2].map(() => buildCall({ kind: 'finish' }, { arguments: { command: '' } })) }]

  it.each([
    ['openhands', ['concurrent-calls'], 1],
    ['sweagent', ['concurrent-calls'], 1],
    ['minisweagent', [], 0],
    ['homemade', ['several-calls'], 0],
    [null, ['several-calls'], 0],
  ])('under %s are %j', (harness, kinds, count) => {
    const example = of(twoCalls, { harness, tools: [] })
    expect(kindsIn(callForm, example)).toEqual(kinds)
    expect(numbersOf(callForm, example)).toMatchObject({ illegal_concurrent_turns: count, malformed_calls: 0 })
  })

  it('are certainly wrong where the harness refuses them, likely where only its converter does', () => {
    const certaintyUnder = (harness: string) => findIn(callForm, of(twoCalls, { harness, tools: [] }))[0]?.certainty
    expect(['sweagent', 'openhands', 'homemade'].map(certaintyUnder)).toEqual(['certain', 'likely', 'possible'])
  })

  it('are shown at the second, with the first beside it', () => {
    const [found] = findIn(callForm, of(twoCalls, { harness: 'openhands', tools: [] }))
    expect(found).toMatchObject({ at: { messageIndex: 0, field: 'arguments', call: 1 }, parts: [{ what: 'earlier', at: { call: 0 } }] })
  })
})

describe('calls and results', () => {
  it('that are paired are nothing to tell', () => {
    expect(kindsIn(callForm, of(turn(0, { kind: 'shell', command: 'ls' })))).toEqual([])
  })

  it('without each other are told, but for a call that hands in', () => {
    const dangling = [{ calls: [buildCall({ kind: 'shell', command: 'ls' })] }]
    expect(kindsIn(callForm, of(dangling))).toEqual(['unanswered-call'])
    expect(kindsIn(callForm, of([{ calls: [buildCall({ kind: 'finish' }, { name: 'finish' })] }], { tools: [] }))).toEqual([])
    const unasked = [{ role: 'tool', content: 'who?', result: { call: null, exitCode: null, isError: false, isTruncated: false } }]
    expect(findIn(callForm, of(unasked))).toMatchObject([{ kind: 'unasked-result', quote: 'who?' }])
    expect(numbersOf(callForm, of([...dangling, ...unasked]))).toMatchObject({ malformed_calls: 0 })
  })
})
