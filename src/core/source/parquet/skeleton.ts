import { type FileMetaData, parquetSchema, type SchemaTree } from 'hyparquet'
import { isJsonObject, type Json, type JsonObject } from '#record'

/** A row with nothing in it: every column, structs with their keys, lists empty, all else null. It shows what shape the rows have. */
export function skeletonOf(metadata: FileMetaData): JsonObject {
  return Object.fromEntries(parquetSchema(metadata).children.map((child) => [child.element.name, emptyOf(child)]))
}

function emptyOf({ element, children }: SchemaTree): Json {
  if (element.repetition_type === 'REPEATED' || element.converted_type === 'LIST') return []
  if (children.length === 0) return null
  if (element.converted_type === 'MAP') return {}
  return Object.fromEntries(children.map((child) => [child.element.name, emptyOf(child)]))
}

/** A row of which only some columns were read, with what it lacks taken from the skeleton. A null that was read stays one. */
export function fillRow(row: Json | undefined, skeleton: Json): Json {
  if (row === undefined) return skeleton
  if (!isJsonObject(row) || !isJsonObject(skeleton)) return row
  return Object.fromEntries(
    Object.entries(skeleton).map(([key, empty]) => [key, fillRow(Object.hasOwn(row, key) ? row[key] : undefined, empty)]),
  )
}
