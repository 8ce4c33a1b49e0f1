import type { Example, ExampleEdits, JsonObject, TargetId } from '#record'
import { NO_EDITS } from '#record'
import { applyEdits, type EditedExample } from '#review'
import type { RowContext, TargetFormat, TargetRow } from '../../../src/core/export/targets/target-format.ts'
import { buildExampleRow } from '../../support/build-example-row.ts'
import { readAxolotl } from '../../support/trainers/axolotl.ts'
import type { LlamaFactoryDataset } from '../../support/trainers/llamafactory.ts'
import { readLlamaFactory } from '../../support/trainers/llamafactory.ts'
import { badNotes, longNumbers, type MessageForm, untoldLosses } from '../../support/trainers/losses.ts'
import { readOpenai } from '../../support/trainers/openai.ts'
import { readParquet } from '../../support/trainers/parquet.ts'
import { readPreference } from '../../support/trainers/preference.ts'
import type { Seen } from '../../support/trainers/seen.ts'
import { readSession } from '../../support/trainers/sts.ts'
import { readTrl } from '../../support/trainers/trl.ts'
import { seenTutorial } from '../../support/trainers/tutorial.ts'

/** How the starter configs set the trainers up, where a row alone does not say. */
const AXOLOTL = { fieldMessages: 'messages', fieldTools: 'tools', fieldTraining: 'train', rolesToTrain: ['assistant'] }
const LLAMAFACTORY: LlamaFactoryDataset = {
  file: 'train.jsonl',
  columns: { messages: 'conversations', system: 'system', tools: 'tools' },
  tags: {
    role_tag: 'from',
    content_tag: 'value',
    user_tag: 'human',
    assistant_tag: 'gpt',
    observation_tag: 'observation',
    function_tag: 'function_call',
    system_tag: 'system',
  },
}

/** Reads what a target wrote of one example. */
type Read = (values: TargetRow['values']) => Pick<Seen, 'messages'> & { tools?: JsonObject[] }

const rowIn = (values: TargetRow['values']): JsonObject => values.rows ?? {}

/** The readers of targets that write conversations, an example a row. */
export const READERS: Partial<Record<TargetId, Read>> = {
  trl: (values) => readTrl(rowIn(values), 'row 1'),
  axolotl: (values) => readAxolotl(rowIn(values), AXOLOTL, 'row 1'),
  openai: (values) => readOpenai(rowIn(values), 'row 1'),
  llamafactory: (values) => readLlamaFactory(rowIn(values), LLAMAFACTORY, 'row 1'),
  parquet: (values) => readParquet(rowIn(values), 'row 1'),
  sts: ({ sessions }) => sessionOf((sessions?.lines ?? []) as JsonObject[]),
  tutorial: (values) => seenTutorial(rowIn(values), 'row 1'),
}

/** JSON escapes halves of pairs alone; a backslash in front of it is one of the text. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/

/** How targets set messages, where it is not one for one. */
const FORMS: Partial<Record<TargetId, MessageForm>> = { openai: 'moved', llamafactory: 'joined' }

/** A session without messages is a header alone, which shows nothing and loses nothing. */
function sessionOf(lines: JsonObject[]): Pick<Seen, 'messages'> {
  return lines.length === 1 ? { messages: [] } : readSession(lines, 'row 1')
}

/** Targets that write arguments as objects, where numbers of many digits are lost. */
const WRITES_OBJECTS: readonly TargetId[] = ['trl', 'preference']

const CONTEXT: RowContext = {
  policies: { reasoning: 'as-is', masks: 'take-whole', overlong: 'take', lost: 'take' },
  options: { arguments: 'as-needed', contextLength: null, template: null, withReferencePatch: false, withParquet: false },
  template: null,
  encoder: null,
}

/** A context with other policies or options. */
export function contextOf(over: { policies?: Partial<RowContext['policies']>; options?: Partial<RowContext['options']> } = {}): RowContext {
  return { ...CONTEXT, policies: { ...CONTEXT.policies, ...over.policies }, options: { ...CONTEXT.options, ...over.options } }
}

/** Everything that went wrong or missing on an example's way out to a target and back, and that no note tells; empty when nothing did. */
export function roundTrip(format: TargetFormat, example: Example, context = CONTEXT, edits: ExampleEdits = NO_EDITS): string[] {
  const target = format.info.id
  const read = READERS[target]
  if (!read) throw new Error(`not known in this test: ${target}`)
  const edited = applyEdits(example, edits)
  const made = format.rowOf({ kind: 'example', one: { row: buildExampleRow({ id: example.id }), edited } }, context)
  const notes = badNotes(edited, made.notes)
  if (made.isLeftOut) return [...notes, ...leftOutLosses(made)]
  // A file holds bytes: what is read is what JSON makes of the row.
  const text = JSON.stringify(made.values)
  const broken = target !== 'tutorial' && LONE_SURROGATE.test(text) ? ['half of a UTF-16 pair is in it, which no Arrow table takes'] : []
  const values = JSON.parse(text) as TargetRow['values']
  const losses = untoldLosses({ edited, seen: read(values), notes: made.notes }, FORMS[target])
  return [...notes, ...broken, ...losses, ...(WRITES_OBJECTS.includes(target) ? untoldNumbers(edited, made) : [])]
}

/** The same of a pair. */
export function pairRoundTrip(format: TargetFormat, chosen: Example, rejected: Example, context = CONTEXT): string[] {
  const leaving = [chosen, rejected].map((example) => ({ row: buildExampleRow({ id: example.id }), edited: applyEdits(example, NO_EDITS) }))
  const [one, other] = leaving
  if (!one || !other) throw new Error('not known in this test: preference')
  const made = format.rowOf({ kind: 'pair', chosen: one, rejected: other }, context)
  if (made.isLeftOut) return leftOutLosses(made)
  const values = JSON.parse(JSON.stringify(made.values)) as TargetRow['values']
  const pair = readPreference(rowIn(values), 'row 1')
  // A prompt is not trained on, whoever speaks in it.
  const seen = (side: 'chosen' | 'rejected') => ({
    ...pair[side],
    messages: pair[side].messages.map((message) => ({ ...message, trained: message.role === 'assistant' })),
  })
  const notesOf = (side: 'chosen' | 'rejected') =>
    made.notes.filter(({ text }) => !text.startsWith(side === 'chosen' ? 'Rejected: ' : 'Chosen: '))
  return (['chosen', 'rejected'] as const).flatMap((side, place) =>
    untoldLosses({ edited: leaving[place]?.edited ?? one.edited, seen: seen(side), notes: notesOf(side) }).map(
      (loss) => `${side}: ${loss}`,
    ),
  )
}

function leftOutLosses({ values, notes }: TargetRow): string[] {
  return [
    ...(Object.keys(values).length > 0 ? ['it is left out, and has a row'] : []),
    ...(notes.some(({ kind }) => kind === 'left-out') ? [] : ['it is left out, and no note says so']),
  ]
}

function untoldNumbers(edited: EditedExample, { notes }: TargetRow): string[] {
  const told = notes.filter(({ about }) => about === 'arguments').flatMap(({ messages }) => messages)
  return longNumbers(edited)
    .filter((index) => !told.includes(index) && edited.example.messages[index]?.role === 'assistant')
    .map((index) => `message ${index}: a number of many digits is told nowhere`)
}
