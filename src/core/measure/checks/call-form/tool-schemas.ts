import { isJsonObject, type Json, type JsonObject } from '#record'

/** No tool requires so many; a schema of a million keys would be gone through at every call. */
const MOST_KEYS = 100

/** What a row says of one of its tools. */
export interface ToolSchema {
  /** Arguments a call must have, in the schema's order. */
  required: readonly string[]
  /** JSON types a required argument may have; null where the schema does not say. */
  types: ReadonlyMap<string, readonly string[]>
}

/**
 * The tools a row defines, by name: OpenAI's `{type, function: {name, parameters}}`, or flat with `parameters` or `input_schema`. Null when the row
 * defines none, or one that cannot be read: then nobody knows which names are right.
 */
export function toolSchemasOf(tools: readonly Json[]): ReadonlyMap<string, ToolSchema> | null {
  const named = tools.map(namedSchema)
  return named.length === 0 || named.includes(null) ? null : new Map(named.filter((tool) => tool !== null))
}

function namedSchema(tool: Json): [name: string, schema: ToolSchema] | null {
  if (!isJsonObject(tool)) return null
  const inner = isJsonObject(tool.function) ? tool.function : tool
  return typeof inner.name === 'string' && inner.name !== '' ? [inner.name, schemaOf(inner.parameters ?? inner.input_schema)] : null
}

function schemaOf(parameters: Json | undefined): ToolSchema {
  const { required, properties } = isJsonObject(parameters) ? parameters : ({} as JsonObject)
  const keys = (Array.isArray(required) ? required.slice(0, MOST_KEYS) : []).filter((key) => typeof key === 'string')
  const known = isJsonObject(properties) ? properties : {}
  const types = keys.flatMap((key): [string, string[]][] => {
    const allowed = Object.hasOwn(known, key) ? typesOf(known[key]) : null
    return allowed === null ? [] : [[key, allowed]]
  })
  return { required: keys, types: new Map(types) }
}

/** A property's JSON types; null for one that names none (it may refer elsewhere or list alternatives). */
function typesOf(property: Json | undefined): string[] | null {
  const type = isJsonObject(property) ? property.type : undefined
  const types = (Array.isArray(type) ? type : [type]).filter((item) => typeof item === 'string')
  return types.length === 0 ? null : types
}

/** True when a value is of one of the JSON types. A type nobody knows allows everything. */
export function isOfType(value: Json, types: readonly string[]): boolean {
  return types.some((type) => (Object.hasOwn(TESTS, type) ? TESTS[type]?.(value) : true))
}

const TESTS: Record<string, (value: Json) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isJsonObject,
  null: (value) => value === null,
}
