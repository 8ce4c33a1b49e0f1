import { type Example, isJsonObject, type JsonObject, type RawRow, type Rejection, type RejectionKind } from '#record'
import { contentHashOf } from './content-hash.ts'
import { detectShape } from './detect-shape.ts'
import { idOfTrajectory } from './example-id.ts'
import { guessHarness } from './guess-harness.ts'
import { originOf } from './origin-of.ts'
import { readMessageList } from './read-messages.ts'
import { readTools } from './read-tools.ts'
import { readTrajectory } from './read-trajectory.ts'
import { resolvedOf } from './resolved.ts'
import type { Reading } from './shapes/reading.ts'
import { shapeReaders } from './shapes/shape-readers.ts'
import type { Parsed } from './types.ts'

/** A row, and the hash of its content where that is known: hashing costs as much as all other parsing. */
export type RowToParse = RawRow & { contentHash?: string }

/** At most so many notes are kept of a row; a hostile one could give thousands. */
const NOTE_LIMIT = 100

/** Turns a row of any known shape into an Example, or says why it is none. Never throws: what a row does to its reader is the row's reason. */
export function parseRow(raw: RowToParse): Parsed {
  try {
    return parseKnown(raw)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return rejected(raw, 'malformed', 'The row is nested too deeply to be read.')
  }
}

function parseKnown(raw: RowToParse): Parsed {
  const { value } = raw
  if (!isJsonObject(value)) {
    const found = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`
    return rejected(raw, 'not-an-example', `The row is ${found}; an object with a conversation in it was expected.`)
  }
  const detected = detectShape(value)
  if (detected.kind === 'unknown') return rejected(raw, 'unknown-shape', detected.reason)
  const reading = shapeReaders[detected.shape].read(value, raw.ref)
  const list = readMessageList(reading.conversation)
  if (list === null) {
    const reason = `Column "${reading.conversationColumn}" (shape ${detected.shape}) holds no list of messages.`
    return rejected(raw, 'not-an-example', reason)
  }
  const notes = [...reading.notes, ...list.notes]
  if (list.items.length === 0) notes.push('The conversation is empty.')
  return { kind: 'example', example: buildExample(raw, value, detected.shape, reading, list.items, notes) }
}

function buildExample(
  raw: RowToParse,
  value: JsonObject,
  shape: Example['shape'],
  reading: Reading,
  items: JsonObject[],
  notes: string[],
): Example {
  const { ref, hints } = raw
  const made = originOf(ref, hints, reading, reading.teacherModel)
  const harness = made.harness ?? guessHarness(items)
  if (made.harness === null && harness !== null)
    notes.push(`Harness ${harness} was told from the trajectory; neither place nor row names one.`)
  const messages = readTrajectory(items, harness, notes)
  const { instanceId, trajectoryId, repo, license, language, label, category, patch, referencePatch, metadata, extra } = reading
  const contentHash = raw.contentHash ?? contentHashOf(value)
  return {
    id: idOfTrajectory(trajectoryId) ?? `row-${contentHash.slice(0, 16)}`,
    contentHash,
    ref,
    hints,
    shape,
    instanceId,
    trajectoryId,
    repo,
    license,
    language: language?.toLowerCase() ?? null,
    harness,
    model: made.model,
    teacherModel: reading.teacherModel,
    resolved: resolvedOf(label),
    resolvedRaw: label ?? null,
    category,
    messages,
    tools: readTools(reading.tools),
    patch,
    referencePatch,
    metadata,
    extra,
    notes: capped(notes),
  }
}

function capped(notes: string[]): string[] {
  return notes.length <= NOTE_LIMIT ? notes : [...notes.slice(0, NOTE_LIMIT), `... and ${notes.length - NOTE_LIMIT} more.`]
}

function rejected(raw: RawRow, kind: RejectionKind, reason: string): Parsed {
  const rejection: Rejection = { kind, ref: raw.ref, reason }
  return { kind: 'rejection', rejection }
}
