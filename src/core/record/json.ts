/** A value that survives a trip through JSON unchanged. */
export type Json = null | boolean | number | string | Json[] | JsonObject

/** An object of {@link Json} values. Keys are data: `__proto__` is an ordinary key here. */
export interface JsonObject {
  [key: string]: Json
}

/** True for a plain object, false for null, arrays and scalars. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
