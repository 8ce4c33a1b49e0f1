import { isJsonObject, type Json, type JsonObject } from '#record'
import { at, objectField, omit, textField } from './json-fields.ts'

/** `metadata` with what other fields of an Example take from it. */
export interface ReadMetadata {
  /** Without the patch texts. A value that is no object is kept under `value`. */
  metadata: JsonObject
  category: string | null
  teacherModel: string | null
  patch: string | null
  referencePatch: string | null
}

/** Reads `metadata`, an object or the JSON text of one. */
export function readMetadata(value: Json | undefined): ReadMetadata {
  const metadata = objectField(value) ?? (value === null || value === undefined ? {} : { value })
  return {
    metadata: withoutPatches(metadata),
    category: textField(metadata.category),
    teacherModel: textField(at(metadata, 'teacher_model', 'name')) ?? textField(metadata.teacher_model),
    patch: patchIn(metadata.model_patch),
    referencePatch: patchIn(metadata.reference_patch),
  }
}

/** A patch column: a text, or an object (or its JSON text) with `patch` in it. The empty text is a patch: an empty one. */
export function patchIn(value: Json | undefined): string | null {
  const inner = objectField(value)
  const patch = inner === null ? value : inner.patch
  return typeof patch === 'string' ? patch : null
}

const PATCHES = ['model_patch', 'reference_patch']

function withoutPatches(metadata: JsonObject): JsonObject {
  const entries = Object.entries(metadata).flatMap(([key, item]): [string, Json][] => {
    if (!PATCHES.includes(key) || item === null) return [[key, item]]
    const inner = objectField(item)
    if (inner !== null) return [[key, omit(inner, ['patch'])]]
    return isJsonObject(item) || typeof item === 'string' ? [] : [[key, item]]
  })
  return Object.fromEntries(entries)
}
