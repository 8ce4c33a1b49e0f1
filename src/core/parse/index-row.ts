import { createHash } from 'node:crypto'
import { type ExampleIndex, isJsonObject, type JsonObject, type RawRow, type Rejection, type RejectionKind, type Shape } from '#record'
import { detectShape } from './detect-shape.ts'
import { idOfTrajectory } from './example-id.ts'
import { indexOf } from './index-of.ts'
import { originOf } from './origin-of.ts'
import { resolvedOf } from './resolved.ts'
import { shapeReaders } from './shapes/shape-readers.ts'

/** A row's line in the table, or why it has none. */
export type Indexed = { kind: 'index'; index: ExampleIndex } | { kind: 'rejection'; rejection: Rejection }

/**
 * The index of a row of which only the small columns were read: what `indexOf` gives for the whole row, as far as these columns know it, with
 * no content hash. Without a trajectory id the id is `at-` and 16 hex digits of the place. Give the `shape` when all rows of a file share it.
 */
export function indexRow(raw: RawRow, shape?: Shape): Indexed {
  const { value } = raw
  if (!isJsonObject(value)) return rejected(raw, 'not-an-example', 'The row is not an object and has no columns.')
  const detected = shape === undefined ? detectShape(value) : { kind: 'shape' as const, shape }
  if (detected.kind === 'unknown') return rejected(raw, 'unknown-shape', detected.reason)
  return { kind: 'index', index: indexValue(raw, value, detected.shape) }
}

function indexValue({ ref, hints }: RawRow, value: JsonObject, shape: Shape): ExampleIndex {
  const reading = shapeReaders[shape].read(value, ref)
  const { harness, model } = originOf(ref, hints, reading, reading.teacherModel)
  const { instanceId, trajectoryId, repo, license, teacherModel, category, extra } = reading
  const language = reading.language?.toLowerCase() ?? null
  const id = idOfTrajectory(trajectoryId) ?? idOfPlace(ref)
  const contentHash = ''
  const resolved = resolvedOf(reading.label)
  // One flat object: spread from parts it takes four times as long, and there are half a million of them.
  return indexOf({
    id,
    contentHash,
    ref,
    shape,
    instanceId,
    trajectoryId,
    repo,
    license,
    language,
    harness,
    model,
    teacherModel,
    resolved,
    category,
    extra,
  })
}

function idOfPlace({ uri, file, row }: RawRow['ref']): string {
  return `at-${createHash('sha256')
    .update(JSON.stringify([uri, file, row]))
    .digest('hex')
    .slice(0, 16)}`
}

function rejected({ ref }: RawRow, kind: RejectionKind, reason: string): Indexed {
  return { kind: 'rejection', rejection: { kind, ref, reason } }
}
