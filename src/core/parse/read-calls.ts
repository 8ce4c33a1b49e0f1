import { type Call, isJsonObject, type Json, type JsonObject } from '#record'
import { listField, objectField, textField } from './json-fields.ts'

/** A call before its act and its result are known. */
export function callOf(fields: Pick<Call, 'name' | 'protocol' | 'argumentsText' | 'arguments'> & Partial<Call>): Call {
  return { id: null, argumentsError: null, act: { kind: 'other' }, resultIndex: null, ...fields }
}

/** The structured calls of a message: `tool_calls` (objects or JSON texts), or the older single `function_call`. */
export function readCalls(raw: JsonObject): Call[] {
  const listed = listField(raw.tool_calls) ?? []
  const calls = listed.map(objectField).filter((call) => call !== null)
  if (calls.length > 0) return calls.map((call) => readCall(call))
  return isJsonObject(raw.function_call) ? [readCall({ function: raw.function_call })] : []
}

function readCall(raw: JsonObject): Call {
  const named = objectField(raw.function) ?? raw
  return callOf({
    id: textField(raw.id),
    name: textField(named.name) ?? '',
    protocol: 'structured',
    ...readArguments(named.arguments ?? named.input),
  })
}

/** Arguments are a JSON text in every published release and an object in some tools' files. An empty text means none. */
function readArguments(value: Json | undefined): Pick<Call, 'argumentsText' | 'arguments' | 'argumentsError'> {
  if (value === undefined || value === null) return { argumentsText: '', arguments: null, argumentsError: null }
  if (typeof value !== 'string') return { argumentsText: JSON.stringify(value), arguments: value, argumentsError: null }
  if (value.trim() === '') return { argumentsText: value, arguments: null, argumentsError: null }
  try {
    return { argumentsText: value, arguments: JSON.parse(value) as Json, argumentsError: null }
  } catch (error) {
    return { argumentsText: value, arguments: null, argumentsError: reason(error) }
  }
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\p{C}/gu, '.').slice(0, 120)
}
