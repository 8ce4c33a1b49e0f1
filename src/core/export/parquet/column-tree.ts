import type { SchemaElement } from 'hyparquet'
import { LeafChunk } from './leaf-chunk.ts'

/** A column with what is in it: values, fields of an object, or the elements of a list. */
export type ColumnNode = { name: string; leaves: readonly LeafChunk[] } & (
  | { kind: 'leaf'; chunk: LeafChunk }
  | { kind: 'group'; fields: readonly ColumnNode[] }
  | { kind: 'list'; element: ColumnNode; repetition: number }
)

/** The columns below the root of a schema whose every field may be null; their leaves are empty. */
export function columnTree([root, ...elements]: readonly SchemaElement[]): ColumnNode[] {
  const left = [...elements]
  return Array.from({ length: root?.num_children ?? 0 }, () => nodeOf(left, { path: [], definition: 0, repetition: 0 }))
}

interface Above {
  path: string[]
  definition: number
  repetition: number
}

function nodeOf(left: SchemaElement[], above: Above): ColumnNode {
  const element = left.shift()
  if (!element) throw new Error('a schema that ends too early')
  const { name, type, num_children: children = 0 } = element
  const own = { ...above, path: [...above.path, name], definition: above.definition + 1 }
  if (type !== undefined) {
    const chunk = new LeafChunk({ ...own, type })
    return { kind: 'leaf', name, chunk, leaves: [chunk] }
  }
  if (element.converted_type === 'LIST') return listOf(name, left, own)
  const fields = Array.from({ length: children }, () => nodeOf(left, own))
  return { kind: 'group', name, fields, leaves: fields.flatMap(({ leaves }) => leaves) }
}

/** Between a list and its element stands what is repeated. */
function listOf(name: string, left: SchemaElement[], { path, definition, repetition }: Above): ColumnNode {
  const repeated = left.shift()?.name ?? ''
  const element = nodeOf(left, { path: [...path, repeated], definition: definition + 1, repetition: repetition + 1 })
  return { kind: 'list', name, element, repetition: repetition + 1, leaves: element.leaves }
}

/** Appends a row's value to the leaves of its column, by the levels of Dremel (https://research.google/pubs/pub36632/, 4.2). */
export function append(node: ColumnNode, value: unknown, definition = 0, repetition = 0): void {
  if (node.kind === 'leaf') {
    node.chunk.push(value, definition, repetition)
    return
  }
  if (node.kind === 'list' && Array.isArray(value) && value.length > 0) {
    for (const [at, item] of value.entries()) append(node.element, item, definition + 2, at === 0 ? repetition : node.repetition)
    return
  }
  if (node.kind === 'group' && typeof value === 'object' && value !== null) {
    const fields = value as Readonly<Record<string, unknown>>
    for (const field of node.fields) append(field, fields[field.name], definition + 1, repetition)
    return
  }
  const reached = node.kind === 'list' && Array.isArray(value) ? definition + 1 : definition
  for (const leaf of node.leaves) leaf.push(null, reached, repetition)
}
