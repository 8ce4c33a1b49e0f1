import { join } from 'node:path'
import { get_encoding } from 'tiktoken'
import { describe, expect, it } from 'vitest'
import { counterOf } from '#measure'
import { parseRow } from '#parse'
import type { Message } from '#record'
import { readAll } from '../support/rows-on-disk.ts'
import { hasSharedData, sharedData } from '../support/shared-rows.ts'

/** Whatever of a message costs tokens: its text, its reasoning, the names and arguments of its calls. */
function textsOf({ content, reasoning, calls }: Message): string[] {
  return [content, reasoning ?? '', ...calls.flatMap((call) => [call.name, call.argumentsText])]
}

/** Every distinct one of all releases, which share most, and of the harnesses' own files. */
async function distinctTexts(): Promise<Set<string>> {
  const texts = new Set<string>()
  for (const folder of ['hub-r1', 'hub-r2', 'hub-r3', 'native']) {
    for (const row of (await readAll(join(sharedData, folder))).rows) {
      const parsed = parseRow(row)
      if (parsed.kind !== 'example') throw new Error(`${row.ref.file} ${row.ref.row}: ${parsed.rejection.reason}`)
      for (const message of parsed.example.messages) for (const text of textsOf(message)) texts.add(text)
    }
  }
  return texts
}

describe(`token counts of every message of ../shared/data${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`, () => {
  it.skipIf(!hasSharedData)('equal canonical tiktoken for both encodings', { timeout: 240_000 }, async () => {
    const texts = await distinctTexts()
    expect(texts.size).toBeGreaterThan(5_000)
    for (const name of ['cl100k_base', 'o200k_base'] as const) {
      const oracle = get_encoding(name)
      const counter = counterOf({ kind: 'tiktoken', name })
      const different = [...texts].filter((text) => counter.count(text) !== oracle.encode_ordinary(text.toWellFormed()).length)
      oracle.free()
      expect(different.length).toBe(0)
    }
  })
})
