import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parseRow } from '#parse'
import type { Example, JsonObject, Message } from '#record'
import { hasSharedData, sharedData } from '../support/shared-rows.ts'

/** A result judged by eye; see tests/fixtures/conventions/README.md. */
interface HandChecked {
  file: string
  harness: string
  row: string | null
  message: number
  expected: { exitCode: number | null; isError: boolean; isTruncated: boolean }
  note: string
  isMissed?: boolean
}

const steps = JSON.parse(readFileSync(resolve(import.meta.dirname, '../fixtures/conventions/steps.json'), 'utf8')) as HandChecked[]
const HARNESSES = ['openhands', 'sweagent', 'minisweagent']

const examples = new Map<string, Example>()

/** The run a step is of; each file is read once, and of its rows those asked for. */
function exampleOf({ file, row }: HandChecked): Example {
  const key = `${file} ${row}`
  const known = examples.get(key)
  if (known) return known
  const wanted = new Set(steps.filter((step) => step.file === file).map((step) => step.row))
  for (const [index, value] of rowsOf(file).entries()) {
    const id = file.startsWith('jsonl/') ? String(value.trajectory_id) : null
    if (!wanted.has(id)) continue
    const ref = { sourceId: 's1', uri: file, revision: null, file, row: index }
    const parsed = parseRow({ value, ref, hints: { config: null, split: null } })
    if (parsed.kind === 'example') examples.set(`${file} ${id}`, parsed.example)
  }
  const example = examples.get(key)
  if (!example) throw new Error(`No example ${key}`)
  return example
}

function rowsOf(file: string): JsonObject[] {
  const bytes = readFileSync(join(sharedData, file))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return (file.startsWith('jsonl/') ? text.split('\n').filter(Boolean) : [text]).map((line) => JSON.parse(line) as JsonObject)
}

function toldOf(message: Message | undefined): HandChecked['expected'] | null {
  if (!message?.result) return null
  const { exitCode, isError, isTruncated } = message.result
  return { exitCode, isError, isTruncated }
}

describe('the list of hand-checked steps', () => {
  it('has at least thirty a harness, of every sort', () => {
    for (const harness of HARNESSES) {
      const own = steps.filter((step) => step.harness === harness).map(({ expected }) => expected)
      expect(own.length).toBeGreaterThanOrEqual(30)
      expect(own.filter(({ isError }) => isError).length).toBeGreaterThanOrEqual(10)
      expect(own.filter(({ isError }) => !isError).length).toBeGreaterThanOrEqual(10)
      expect(own.filter(({ isTruncated }) => isTruncated).length).toBeGreaterThanOrEqual(3)
    }
    expect(new Set(steps.map(({ file, row, message }) => `${file} ${row} ${message}`)).size).toBe(steps.length)
  })
})

describe.skipIf(!hasSharedData)(hasSharedData ? 'success and error' : 'success and error (skipped: no ../shared/data)', () => {
  it.each(HARNESSES)('are told as a person tells them, in %s', (harness) => {
    for (const step of steps.filter((one) => one.harness === harness)) {
      const example = exampleOf(step)
      expect(example.harness, step.note).toBe(harness)
      const told = toldOf(example.messages[step.message])
      const name = `${step.file} ${step.row} message ${step.message}: ${step.note}`
      if (step.isMissed) expect(told, name).not.toEqual(step.expected)
      else expect(told, name).toEqual(step.expected)
    }
  })
})
