import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRow, stepsOf } from '#parse'
import type { Example } from '#record'
import { openSource } from '#source'
import { hasSharedData, sharedData } from '../../support/shared-rows.ts'

/** Every row of a real source, parsed; a rejection fails the test with its reason. */
async function examplesOf(name: string): Promise<Example[]> {
  const source = await openSource(join(sharedData, name), { sourceId: 's1' })
  const examples: Example[] = []
  for (const file of source.files) {
    for await (const item of source.rows(file)) {
      const parsed = 'value' in item ? parseRow(item) : { kind: 'rejection' as const, rejection: item }
      if (parsed.kind === 'rejection') throw new Error(`${file.path}: ${parsed.rejection.reason}`)
      examples.push(parsed.example)
    }
  }
  return examples
}

/** What a run must say in every release. */
function essence({ instanceId, harness, model, resolved, messages, patch, license, language, repo }: Example) {
  return { instanceId, harness, model, resolved, messages, patch, license, language, repo }
}

function countOf<T>(items: T[], test: (item: T) => boolean): number {
  return items.filter(test).length
}

describe.skipIf(!hasSharedData)(hasSharedData ? 'real rows' : 'real rows (skipped: no ../shared/data)', () => {
  it('of the three releases all parse, each in its shape', async () => {
    for (const [name, shape, rows] of [
      ['hub-r1', 'R1', 67],
      ['hub-r2', 'R2', 67],
      ['hub-r3', 'R3', 154],
    ] as const) {
      const examples = await examplesOf(name)
      expect(examples).toHaveLength(rows)
      expect(new Set(examples.map((example) => example.shape))).toEqual(new Set([shape]))
      expect(new Set(examples.map((example) => example.id)).size).toBe(rows)
    }
  })

  it('say the same of one run in every release', async () => {
    const [first, second, third] = await Promise.all(['hub-r1', 'hub-r2', 'hub-r3'].map(examplesOf))
    const later = (examples: Example[] = []) => new Map(examples.map((example) => [example.id, example]))
    const [r2, r3] = [later(second), later(third)]
    for (const example of first ?? []) {
      for (const other of [r2.get(example.id), r3.get(example.id)]) expect(other && essence(other)).toEqual(essence(example))
    }
  })

  it('are the same from parquet and from JSON Lines', async () => {
    const lines = (await examplesOf('jsonl')).filter((example) => example.shape === 'R3')
    const byId = new Map(lines.map((example) => [example.id, example]))
    for (const example of await examplesOf('hub-r3')) {
      const { messages, patch, harness, tools } = example
      expect(byId.get(example.id)).toMatchObject({ messages, patch, harness, tools })
    }
  })

  it('of mini-swe-agent pair every fenced command with its observation', async () => {
    const mini = (await examplesOf('hub-r3')).filter((example) => example.harness === 'minisweagent')
    const messages = mini.flatMap((example) => example.messages)
    const assistants = messages.filter(({ role }) => role === 'assistant')
    expect(mini).toHaveLength(87)
    expect(countOf(assistants, ({ calls }) => calls.length === 0)).toBe(0)
    expect(
      countOf(
        assistants.flatMap(({ calls }) => calls),
        (call) => call.resultIndex === null,
      ),
    ).toBe(0)
    const coded = messages.filter(({ content, role }) => role === 'user' && content.startsWith('<returncode>'))
    expect(countOf(coded, ({ result }) => result?.exitCode === null || result === null)).toBe(0)
    expect(mini.every((example) => stepsOf(example.messages).every((step) => step.resultIndexes.length === 1))).toBe(true)
  })

  it('of OpenHands read every exit code and take no "please continue" for an answer', async () => {
    const messages = (await examplesOf('hub-r1')).filter(({ harness }) => harness === 'openhands').flatMap((example) => example.messages)
    const footers = messages.filter(({ content }) => /\[Command finished with exit code \d+\]$/.test(content))
    expect(footers.length).toBeGreaterThan(100)
    expect(countOf(footers, ({ result }) => result?.exitCode === null)).toBe(0)
    expect(countOf(messages, ({ role, result }) => role === 'user' && result !== null)).toBe(0)
  })

  it('of native files open as their tools wrote them', async () => {
    const examples = await examplesOf('native')
    expect(examples.map(({ shape }) => shape).sort()).toEqual([...Array(4).fill('mini-swe-agent-traj'), ...Array(7).fill('swe-agent-traj')])
    expect(examples.filter(({ patch }) => patch === null).map(({ instanceId }) => instanceId)).toEqual([
      'demonstrations__function_calling_simple',
    ])
    const calls = examples.flatMap(({ messages }) => messages.filter(({ role }) => role === 'assistant'))
    expect(countOf(calls, (message) => message.calls.length === 0)).toBe(0)
    expect(examples.find(({ instanceId }) => instanceId === 'astropy__astropy-12907')).toMatchObject({
      harness: 'minisweagent',
      teacherModel: 'google/gemini-3-pro-preview',
    })
  })
})
