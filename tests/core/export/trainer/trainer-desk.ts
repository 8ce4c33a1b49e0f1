import { type RowMaker, targetOf, trainerView } from '#export'
import { encoderOf } from '#measure'
import {
  type ExampleEdits,
  type ExportPolicies,
  type JsonObject,
  NO_EDITS,
  type TargetId,
  type TargetOptions,
  type TrainerView,
} from '#record'
import type { ChatTemplate } from '../../../../src/core/export/template/chat-template.ts'
import { makeRow } from '../../../../src/core/export/threads/make-row.ts'
import { buildCall, buildMessage, buildR3 } from '../../../support/rows.ts'
import { type Filed, file, planOf } from '../export-desk.ts'

const TOOLS = ['{"type":"function","function":{"name":"bash","description":"Runs.","parameters":{"type":"object","properties":{}}}}']

/** Two steps with thoughts, an automatic word of the user, and a last thought. */
export function aRun(over: { content?: string; last?: JsonObject[] } = {}): JsonObject {
  const { content = 'I look.', last = [buildMessage('user', 'Please continue.'), thought('Done.', 'All is well.')] } = over
  const messages = [
    buildMessage('system', 'Be of help.'),
    buildMessage('user', 'Fix the bug.'),
    thought(content, 'Where is it?', buildCall('bash', { command: 'ls "a b"', env: { A: ['"', 1] } }, 'c1')),
    buildMessage('tool', 'a.py', { tool_call_id: 'c1' }),
    thought('I edit.', 'There it is.', buildCall('bash', { command: 'sed' }, 'c2')),
    buildMessage('tool', 'edited', { tool_call_id: 'c2' }),
    ...last,
  ]
  return buildR3({ messages, tools: TOOLS })
}

/** An assistant turn with reasoning. */
export function thought(content: string, reasoning: string, ...calls: JsonObject[]): JsonObject {
  return buildMessage('assistant', content, { reasoning_content: reasoning, ...(calls.length > 0 ? { tool_calls: calls } : {}) })
}

/** How a row is made: the defaults of a plan but for these. */
export interface Said {
  policies?: Partial<ExportPolicies>
  options?: Partial<TargetOptions>
  template?: ChatTemplate | null
  edits?: Partial<ExampleEdits>
}

/** Gives ids. */
export const encoder = encoderOf({ kind: 'tiktoken', name: 'o200k_base' })

/** A row as it is made, and as the trainer sees it. */
export function made(target: TargetId, filed: Filed, { policies, options, template = null, edits }: Said = {}) {
  const plan = planOf(target)
  const format = targetOf(target)
  const context = { policies: { ...plan.policies, ...policies }, options: { ...plan.options, ...options }, template, encoder }
  const maker: RowMaker = { format, files: format.files, context }
  const loaded = [{ ...filed, edits: edits ? { ...NO_EDITS, contentHash: filed.example.contentHash, ...edits } : NO_EDITS }]
  return { view: () => trainerView(maker, loaded), row: () => makeRow(maker, loaded) }
}

/** The view of a row. */
export function viewOf(target: TargetId, row: JsonObject, said: Said = {}): TrainerView {
  return made(target, file(row), said).view()
}

/** A check of a view. */
export function checkOf({ checks }: TrainerView, id: string) {
  return checks.find((check) => check.id === id)
}

/** What is trained on, piece by piece. */
export function trainedTexts({ text, trained }: TrainerView): string[] {
  return (trained ?? []).map(({ start, end }) => text.slice(start, end))
}
