import { get_encoding } from 'tiktoken'
import { describe, expect, it } from 'vitest'
import { counterOf } from '#measure'
import { parseRow } from '#parse'
import type { Message } from '#record'
import { hasSharedData, sharedFiles, sharedRows } from '../support/shared-rows.ts'

/** Whatever of a message costs tokens: its text, its reasoning, the names and arguments of its calls. */
function textsOf({ content, reasoning, calls }: Message): string[] {
  return [content, reasoning ?? '', ...calls.flatMap((call) => [call.name, call.argumentsText])]
}

/** Every distinct one of all releases, which share most. */
function distinctTexts(): Set<string> {
  const texts = new Set<string>()
  for (const file of sharedFiles('')) {
    for (const [row, value] of sharedRows(file).entries()) {
      const ref = { sourceId: 's1', uri: file, revision: null, file, row }
      const parsed = parseRow({ ref, hints: { config: null, split: null }, value })
      if (parsed.kind !== 'example') throw new Error(`${file} ${row}: ${parsed.rejection.reason}`)
      for (const message of parsed.example.messages) for (const text of textsOf(message)) texts.add(text)
    }
  }
  return texts
}

describe(`token counts of every message of ../shared/data${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`, () => {
  it.skipIf(!hasSharedData)('equal canonical tiktoken for both encodings', () => {
    const texts = distinctTexts()
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
