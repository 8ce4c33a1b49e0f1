import type { Json } from '#record'
import { listField, objectField } from './json-fields.ts'

/** Tool definitions as objects, whether the row has a list of objects, of JSON texts, or one JSON text for all. Others stay as they are. */
export function readTools(value: Json | undefined): Json[] {
  return (listField(value) ?? []).map((tool) => objectField(tool) ?? tool)
}
