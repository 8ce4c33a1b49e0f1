import { type Example, isJsonObject, type Message } from '#record'
import type { Measure } from '../types.ts'

/** Whether and how often the model thought before it spoke. */
export const thinkingMeasures: readonly Measure[] = [
  {
    id: 'is_thinking',
    version: 1,
    label: 'Thinking',
    unit: '',
    type: 'boolean',
    group: 'run',
    help: 'True when the row says that thinking was on, or, where it says nothing, any assistant message carries reasoning.',
    compute: ({ example }) => statedThinking(example) ?? example.messages.some(hasReasoning),
  },
  {
    id: 'thinking_turns',
    version: 1,
    label: 'Thinking turns',
    unit: 'steps',
    type: 'integer',
    group: 'run',
    help: 'Assistant turns that carry reasoning.',
    compute: ({ example }) => example.messages.filter((message) => message.role === 'assistant' && hasReasoning(message)).length,
  },
]

function hasReasoning({ reasoning }: Message): boolean {
  return (reasoning ?? '').trim() !== ''
}

function statedThinking({ metadata }: Example): boolean | null {
  const teacher = metadata.teacher_model
  const stated = isJsonObject(teacher) ? teacher.enable_thinking : undefined
  return typeof stated === 'boolean' ? stated : null
}
