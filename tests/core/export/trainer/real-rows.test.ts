import { describe, expect, it } from 'vitest'
import { type RowMaker, targetOf, trainerView } from '#export'
import { type Message, NO_EDITS } from '#record'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'
import { testTemplate } from '../../../support/templates.ts'
import { file, planOf } from '../export-desk.ts'

/** The first rows of each file of the current release. */
const ROWS = sharedFiles('messages-r3').flatMap((name) => sharedRows(name).slice(0, 2))

describe.skipIf(!hasSharedData)('real rows as trl reads them (skipped: no ../shared/data)', () => {
  it.each(['qwen3-like', 'qwen3-training-like'])('keep as much as a naive count says, through %s', (name) => {
    const { policies, options } = planOf('trl')
    const format = targetOf('trl')
    const maker: RowMaker = { format, files: format.files, context: { policies, options, template: testTemplate(name), encoder: null } }
    expect(ROWS.length).toBeGreaterThan(0)
    for (const row of ROWS) {
      const filed = file(row)
      const { checks, text, trained, places } = trainerView(maker, [{ ...filed, edits: NO_EDITS }])
      const of = (id: string) => checks.find((check) => check.id === id)
      const { messages } = filed.example
      const thoughts = messages.filter(({ reasoning, role }) => role === 'assistant' && /\S/.test(reasoning ?? ''))
      const kept = name === 'qwen3-like' ? thoughts.filter(({ index }) => index > lastUser(filed.example.messages)) : thoughts
      expect(of('reasoning')).toMatchObject({ kept: kept.length, of: thoughts.length })
      for (const { reasoning } of kept) expect(text).toContain((reasoning ?? '').replace(/^\n+|\n+$/g, ''))
      expect(of('arguments')?.state).toBe('ok')
      const turns = messages.filter(({ role }) => role === 'assistant')
      expect(of('trained')).toMatchObject({ kept: turns.length, of: turns.length })
      for (const { start, end } of trained ?? []) expect(text.slice(start, end).endsWith('<|im_end|>')).toBe(true)
      expect(trained).toHaveLength(turns.length)
      expect(new Set(places.map(({ messageIndex }) => messageIndex)).size).toBeGreaterThanOrEqual(messages.length - 1)
    }
  })
})

/** Place of the last message that leaves as the user's. */
function lastUser(messages: readonly Pick<Message, 'role' | 'content'>[]): number {
  return messages.findLastIndex(({ role, content }) => role === 'user' && !content.startsWith('<tool_response>'))
}
