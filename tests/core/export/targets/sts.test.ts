import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '#record'
import { sts } from '../../../../src/core/export/targets/sts.ts'
import { BASH_TOOL, contextWith, leavingOf, rowFrom, shortRun } from '../../../support/leaving.ts'

const known = { id: 'run-1', instanceId: 'o__r-1', harness: 'openhands', model: 'm1', patch: 'P', referencePatch: 'GOLD' }
const linesOf = (...given: Parameters<typeof rowFrom>) => (rowFrom(...given).row?.lines ?? []) as JsonObject[]

test('a session is a header, then a message a line', () => {
  const [header, ...messages] = linesOf(sts, leavingOf(shortRun(), known))
  expect(header).toEqual({
    type: 'session',
    harness: 'openhands',
    id: 'run-1',
    name: 'o__r-1',
    repo: null,
    language: null,
    license: null,
    model: 'm1',
    resolved: -1,
    tools: [BASH_TOOL],
    model_patch: 'P',
  })
  expect(messages.slice(2, 4)).toEqual([
    {
      type: 'message',
      message: {
        role: 'assistant',
        content: 'I look.',
        reasoningContent: 'Hm.',
        toolCalls: [{ id: 'call_2_0', function: { name: 'execute_bash', arguments: '{"command": "ls"}' } }],
        model: 'm1',
      },
    },
    { type: 'message', message: { role: 'tool', content: 'a.py', toolCallId: 'call_2_0' } },
  ])
})

test('what the viewer does not show stands in the header, and is told', () => {
  const { row, told } = rowFrom(sts, leavingOf(shortRun(), known, { masked: [2] }), contextWith({}, { contextLength: 5 }))
  expect(Object.values(row?.lines ?? [])[0]).toMatchObject({ context_only: [2] })
  expect(told).toEqual(['changed mask: 2', 'changed tools: '])
})

test('the reference patch leaves only when asked for', () => {
  expect(JSON.stringify(linesOf(sts, leavingOf(shortRun(), known)))).not.toContain('GOLD')
  expect(linesOf(sts, leavingOf(shortRun(), known), contextWith({}, { withReferencePatch: true }))[0]).toMatchObject({
    reference_patch: 'GOLD',
  })
})

const nameOf = (id: string) => sts.files[0]?.nameOfUnit?.(id) ?? ''

test('a session’s file has a plain name that says whose it is', () => {
  expect([nameOf('row-0a1b'), nameOf('../Etc/x')]).toEqual([
    'row-0a1b.session.jsonl',
    expect.stringMatching(/^tc_x~[0-9a-f]{16}\.session\.jsonl$/),
  ])
})

test('an id that is made like another’s file has a file of its own', () => {
  const taken = nameOf('a/b').replace('.session.jsonl', '')
  expect(nameOf(taken)).not.toBe(nameOf('a/b'))
})

test('no two ids share a file, not even where a file system takes large letters for small ones', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 100 }), { maxLength: 20 }), (ids) => {
      const names = ids.map(nameOf)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(new Set(ids.map((id) => id.toWellFormed())).size)
      for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9_.~-]*$/)
    }),
  )
})
