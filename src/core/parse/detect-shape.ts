import { isJsonObject, type Json, SHAPES, type Shape } from '#record'
import { shapeReaders } from './shapes/shape-readers.ts'

/** The layout of a row, or a sentence with the columns found and the shapes known. */
export type Detected = { kind: 'shape'; shape: Shape } | { kind: 'unknown'; reason: string }

/** From the most telling columns to the plainest: the first that fits is the shape. */
const ORDER: Shape[] = [
  'mini-swe-agent-traj',
  'swe-agent-traj',
  'openhands-output',
  'nebius-swe-agent',
  'swe-rebench-openhands',
  'swe-zero',
  'swe-smith',
  'swe-gym-openhands',
  'coderforge',
  'R3',
  'R2b',
  'R2',
  'R1',
]

/** Names a row's layout from its columns. */
export function detectShape(value: Json): Detected {
  if (!isJsonObject(value)) return { kind: 'unknown', reason: 'The row is not an object and has no columns.' }
  const shape = ORDER.find((candidate) => shapeReaders[candidate].matches(value))
  return shape ? { kind: 'shape', shape } : { kind: 'unknown', reason: unknownReason(Object.keys(value)) }
}

function unknownReason(columns: string[]): string {
  const shown = columns.slice(0, 30).map((column) => column.slice(0, 60))
  const more = columns.length > shown.length ? ` and ${columns.length - shown.length} more` : ''
  const found = shown.length === 0 ? 'none' : shown.join(', ')
  return `No known shape has these columns: ${found}${more}. Known shapes are ${SHAPES.join(', ')}; most need "messages" or "trajectory" beside "instance_id".`
}
