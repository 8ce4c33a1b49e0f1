import type { SchemaElement } from 'hyparquet'
import type { ParquetColumn } from '../targets/target-format.ts'

const OPTIONAL = { repetition_type: 'OPTIONAL' } as const

/** The elements of a file's schema: every column may be null, and none depends on what rows hold. */
export function schemaOf(columns: readonly ParquetColumn[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)]
}

function elementsOf({ name, type }: ParquetColumn): SchemaElement[] {
  switch (type) {
    case 'string':
    case 'json':
      return [text(name)]
    case 'int':
      return [{ name, type: 'INT64', ...OPTIONAL }]
    case 'float':
      return [{ name, type: 'DOUBLE', ...OPTIONAL }]
    case 'bool':
      return [{ name, type: 'BOOLEAN', ...OPTIONAL }]
    case 'strings':
      return list(name, [text('element')])
    case 'ints':
      return list(name, [{ name: 'element', type: 'INT64', ...OPTIONAL }])
    case 'messages':
      return list(name, group('element', MESSAGE))
  }
}

/** A message as trainers and the source's own files have one, with arguments as a string: what objects hold differs by tool, and a column may not. */
const MESSAGE: SchemaElement[][] = [
  [text('role')],
  [text('content')],
  [text('reasoning_content')],
  list('tool_calls', group('element', [[text('id')], [text('type')], group('function', [[text('name')], [text('arguments')]])])),
  [text('tool_call_id')],
  [text('name')],
]

function text(name: string): SchemaElement {
  return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', ...OPTIONAL }
}

function group(name: string, fields: readonly SchemaElement[][]): SchemaElement[] {
  return [{ name, num_children: fields.length, ...OPTIONAL }, ...fields.flat()]
}

/** The three levels of a Parquet list. */
function list(name: string, element: readonly SchemaElement[]): SchemaElement[] {
  return [
    { name, num_children: 1, converted_type: 'LIST', ...OPTIONAL },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    ...element,
  ]
}
