import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseRow } from '#parse'
import type { Example, Rejection } from '#record'
import { openSource } from '#source'
import { gitNumstat, hasGit } from '../support/git-numstat.ts'

const folder = join(import.meta.dirname, '../../resources/sample')
const kinds: Record<string, string[]> = JSON.parse(readFileSync(join(import.meta.dirname, 'kinds.json'), 'utf8'))
const KINDS = [
  'solved',
  'failed',
  'unlabelled',
  'reasoning',
  'too-long',
  'empty-patch',
  'test-edited',
  'scratch-left',
  'peek',
  'error-loop',
  'unfinished',
]

const examples: Example[] = []
const rejections: Rejection[] = []

beforeAll(async () => {
  const source = await openSource(folder, { sourceId: 'sample' })
  rejections.push(...source.rejections)
  for (const file of source.files) {
    for await (const row of source.rows(file)) {
      if ('reason' in row) rejections.push(row)
      else {
        const parsed = parseRow(row)
        if (parsed.kind === 'example') examples.push(parsed.example)
        else rejections.push(parsed.rejection)
      }
    }
  }
})

const distinct = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))].sort()

function kindOf(example: Example): string[] {
  return kinds[example.trajectoryId ?? ''] ?? []
}

function having(kind: string): Example[] {
  return examples.filter((example) => kindOf(example).includes(kind))
}

describe('the bundled sample', () => {
  it('reads without a rejection or a guess', () => {
    expect(rejections).toEqual([])
    expect(examples.flatMap((example) => example.notes)).toEqual([])
    expect(examples).toHaveLength(Object.keys(kinds).length)
    expect(distinct(examples.map((example) => example.shape))).toEqual(['R3'])
  })

  it('covers eight languages, three harnesses and both configurations', () => {
    expect(distinct(examples.map((e) => e.language))).toEqual(['c', 'cpp', 'go', 'java', 'javascript', 'python', 'rust', 'typescript'])
    expect(distinct(examples.map((e) => e.harness))).toEqual(['minisweagent', 'openhands', 'sweagent'])
    expect(distinct(examples.map((e) => e.hints.config))).toEqual(['v1.0', 'v1.1'])
    expect(distinct(examples.map((e) => e.teacherModel))).toEqual(['scripted-agent-a', 'scripted-agent-b'])
  })

  it('gives every trajectory an id of its own and a kind', () => {
    expect(distinct(examples.map((example) => example.trajectoryId))).toEqual(Object.keys(kinds).sort())
  })

  it.each(KINDS)('shows at least two runs that are %s', (kind) => {
    expect(having(kind).length).toBeGreaterThanOrEqual(2)
  })

  it('labels its runs as their kind says', () => {
    expect(having('solved').every((example) => example.resolved === 1)).toBe(true)
    expect(having('failed').every((example) => example.resolved === 0)).toBe(true)
    expect(having('unlabelled').every((example) => example.resolved === -1)).toBe(true)
  })

  it('has issues with several runs and mixed outcomes', () => {
    const outcomes = new Map<string, Set<number>>()
    for (const { instanceId, resolved } of examples) {
      outcomes.set(instanceId ?? '', (outcomes.get(instanceId ?? '') ?? new Set()).add(resolved))
    }
    expect([...outcomes.values()].filter((set) => set.has(0) && set.has(1)).length).toBeGreaterThanOrEqual(8)
  })

  it('gives reasoning to the runs that think and to no other', () => {
    for (const example of examples) {
      const thinks = example.messages.some((message) => (message.reasoning ?? '') !== '')
      expect(thinks, example.id).toBe(kindOf(example).includes('reasoning'))
    }
  })

  it('answers every call except the one that ends the run', () => {
    for (const example of examples) {
      const dangling = example.messages.flatMap((m) => m.calls).filter((call) => call.resultIndex === null)
      expect(dangling.length, example.id).toBe(kindOf(example).includes('unfinished') ? 0 : 1)
    }
  })

  it('names only the tools its rows define', () => {
    for (const example of examples) {
      const defined = example.tools.map((tool) => (tool as { function: { name: string } }).function.name)
      const used = example.messages.flatMap((message) => message.calls.map((call) => call.name))
      expect(
        used.filter((name) => !defined.includes(name)),
        example.id,
      ).toEqual([])
    }
  })

  it('keeps nothing of the machine it was made on', () => {
    const text = JSON.stringify(examples.map(({ messages, patch }) => [messages, patch]))
    expect(text).not.toMatch(/winnow-sample-\w{6}|\/tmp\/|\/root\/|\/home\//)
  })

  it.skipIf(!hasGit)('has patches that git reads', () => {
    for (const example of examples) {
      if (kindOf(example).includes('empty-patch')) expect(example.patch, example.id).toBe('')
      else expect(gitNumstat(example.patch ?? '')?.length, example.id).toBeGreaterThan(0)
      expect(gitNumstat(example.referencePatch ?? '')?.length, example.id).toBeGreaterThan(0)
    }
  })

  it('says on its card that the agents are scripted', () => {
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('The agents are scripted.')
  })
})
