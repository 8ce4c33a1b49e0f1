import { parsePatch } from '#parse'
import type { Example, MeasureValues } from '#record'
import { measures } from './measures.ts'
import type { Subject } from './types.ts'

/** What measures are computed from, made once an example. */
export function subjectOf(example: Example): Subject {
  return { example, patch: parsePatch(example.patch ?? ''), text: example.messages.map((message) => message.content).join('\n') }
}

/** Every measure of an example, by id. */
export function measureExample(example: Example): MeasureValues {
  const subject = subjectOf(example)
  return Object.fromEntries(measures.map((measure) => [measure.id, measure.compute(subject)]))
}
