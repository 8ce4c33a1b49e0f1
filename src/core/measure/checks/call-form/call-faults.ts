import { type Call, isJsonObject, type Json, type JsonObject } from '#record'
import { isOfType, type ToolSchema } from './tool-schemas.ts'

/** What is wrong with the form of one call. */
export interface CallFault {
  kind: 'unknown-tool' | 'broken-arguments' | 'missing-argument' | 'wrong-type'
  text: string
}

/** What is wrong with a call's form. Without the row's tools only arguments that are no JSON object are told. */
export function callFaults(call: Call, tools: ReadonlyMap<string, ToolSchema> | null): CallFault[] {
  const schema = tools?.get(call.name)
  const given = givenTo(call)
  return [
    ...(tools !== null && schema === undefined && isNamedByAgent(call) ? [unknownTool(call, tools)] : []),
    ...(given === null ? [broken(call)] : []),
    ...(given !== null && schema !== undefined ? argumentFaults(call, given, schema) : []),
  ]
}

/** Fences and command tags hold commands; their calls have names that parsing gave them. */
function isNamedByAgent({ protocol }: Call): boolean {
  return protocol === 'structured' || protocol === 'function-tag'
}

/** The arguments as an object, none for a call without any; null when they are something else. */
function givenTo({ arguments: given, argumentsText, argumentsError }: Call): JsonObject | null {
  if (isJsonObject(given)) return given
  const isNone = argumentsError === null && given === null
  return isNone && ['', 'null'].includes(argumentsText.trim()) ? {} : null
}

function unknownTool({ name }: Call, tools: ReadonlyMap<string, ToolSchema>): CallFault {
  const known = [...tools.keys()]
  const more = known.length > 8 ? ` and ${known.length - 8} more` : ''
  const list = `${known.slice(0, 8).map(shown).join(', ')}${more}`
  return { kind: 'unknown-tool', text: `Calls ${shown(name)}, which is not among the row’s ${known.length} tools: ${list}.` }
}

function broken({ name, arguments: given, argumentsError }: Call): CallFault {
  const why =
    argumentsError === null ? `${Array.isArray(given) ? 'a list' : `a ${typeof given}`}, not an object` : `not JSON: ${argumentsError}`
  return { kind: 'broken-arguments', text: `The arguments of ${shown(name)} are ${why}.` }
}

function argumentFaults({ name, protocol }: Call, given: JsonObject, { required, types }: ToolSchema): CallFault[] {
  const missing = required.filter((key) => !Object.hasOwn(given, key))
  // Written as tags every argument is text.
  const wrong =
    protocol !== 'structured' ? [] : required.filter((key) => Object.hasOwn(given, key) && !isAllowed(given[key], types.get(key)))
  const told = wrong.map((key) => `${shown(key)} is ${typeName(given[key])}, not ${types.get(key)?.join(' or ')}`)
  return [
    ...(missing.length === 0
      ? []
      : [{ kind: 'missing-argument' as const, text: `${shown(name)} is called without ${missing.map(shown).join(', ')}.` }]),
    ...(wrong.length === 0 ? [] : [{ kind: 'wrong-type' as const, text: `In a call of ${shown(name)} ${told.join(', ')}.` }]),
  ]
}

function isAllowed(value: Json | undefined, types: readonly string[] | undefined): boolean {
  return types === undefined || value === undefined || isOfType(value, types)
}

function typeName(value: Json | undefined): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** A name as the row has it, which may be anything. */
function shown(name: string): string {
  return `“${name.slice(0, 60)}”`
}
