import { type Example, isJsonObject } from '#record'
import type { Measure } from '../types.ts'

/** Whether the model thought before it spoke. */
export const isThinking: Measure = {
  id: 'is_thinking',
  version: 1,
  label: 'Thinking',
  unit: '',
  type: 'boolean',
  group: 'run',
  help: 'True when the row says that thinking was on, or any assistant message carries reasoning.',
  compute: ({ example }) => statedThinking(example) ?? example.messages.some((message) => (message.reasoning ?? '').trim() !== ''),
}

function statedThinking({ metadata }: Example): boolean | null {
  const teacher = metadata.teacher_model
  const stated = isJsonObject(teacher) ? teacher.enable_thinking : undefined
  return typeof stated === 'boolean' ? stated : null
}
