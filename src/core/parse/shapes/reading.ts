import type { Example, Json, JsonObject, Shape, SourceRef } from '#record'
import { isTextOrNull, omit, textField } from '../json-fields.ts'
import { patchIn, readMetadata } from '../read-metadata.ts'

/** Fields of the Example that a shape's reader gives as they will be. */
type ReadAsIs =
  | 'instanceId'
  | 'trajectoryId'
  | 'repo'
  | 'license'
  | 'language'
  | 'model'
  | 'teacherModel'
  | 'category'
  | 'patch'
  | 'referencePatch'
  | 'metadata'
  | 'extra'
  | 'notes'

/** What a shape's reader takes out of a row, before messages, label and tools are read the same way for all. */
export interface Reading extends Pick<Example, ReadAsIs> {
  conversation: Json | undefined
  /** Name of the column, for messages to people. */
  conversationColumn: string
  /** What the row itself says, or what its shape implies. */
  harness: string | null
  label: Json | undefined
  tools: Json | undefined
}

/** One known layout: how to tell it and how to read it. */
export interface ShapeReader {
  shape: Shape
  matches(row: JsonObject): boolean
  read(row: JsonObject, ref: SourceRef): Reading
}

const TEXTS = ['instance_id', 'trajectory_id', 'repo', 'license', 'language']
const COMMON = ['resolved', 'tools', 'metadata', 'model_patch']

/**
 * Reads the columns most shapes share; a shape adds `own` columns, which also leave `extra`. A top-level `model_patch` comes before the one in
 * `metadata`.
 */
export function readCommon(row: JsonObject, conversationColumn: string, own: string[] = []): Reading {
  const { metadata, category, teacherModel, patch, referencePatch } = readMetadata(row.metadata)
  return {
    conversation: row[conversationColumn],
    conversationColumn,
    instanceId: textField(row.instance_id),
    trajectoryId: textField(row.trajectory_id),
    repo: textField(row.repo),
    license: textField(row.license),
    language: textField(row.language),
    harness: null,
    model: null,
    teacherModel,
    label: row.resolved,
    category,
    tools: row.tools,
    patch: patchIn(row.model_patch) ?? patch,
    referencePatch,
    metadata,
    extra: omit(row, [...COMMON, ...TEXTS.filter((column) => isTextOrNull(row[column])), conversationColumn, ...own]),
    notes: [],
  }
}

/** True when the row has the column, whatever is in it. */
export function has(row: JsonObject, ...columns: string[]): boolean {
  return columns.every((column) => Object.hasOwn(row, column))
}

/** True when the row has at least one of the columns. */
export function hasAny(row: JsonObject, ...columns: string[]): boolean {
  return columns.some((column) => Object.hasOwn(row, column))
}

/** A name for the task of a file that holds one run: the file's own. */
export function instanceOfFile(ref: SourceRef, ending: RegExp): string | null {
  const name = ref.file.split('/').at(-1) ?? ''
  return ending.test(name) ? name.replace(ending, '') || null : null
}
