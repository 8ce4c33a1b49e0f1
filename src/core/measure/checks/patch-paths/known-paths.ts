import { parsePatch } from '#parse'
import { isJsonObject, type Json, type Patch } from '#record'
import type { Subject } from '../../types.ts'

/** Paths that other diffs of the same task change. */
export interface KnownPaths {
  /** Of the test patch, where the row has one. */
  test: ReadonlySet<string>
  /** Of the reference patch. */
  reference: ReadonlySet<string>
}

/** Paths of the row's test patch (`test_patch` beside the run or in its metadata) and of its reference patch. */
export function knownPathsOf({ example, referencePatch }: Subject): KnownPaths {
  const text = [example.extra.test_patch, example.metadata.test_patch].map(patchText).find((found) => found !== null)
  return { test: pathsOf(text ? parsePatch(text) : null), reference: pathsOf(referencePatch) }
}

function patchText(value: Json | undefined): string | null {
  const text = isJsonObject(value) ? value.patch : value
  return typeof text === 'string' && text !== '' ? text : null
}

function pathsOf(patch: Patch | null): Set<string> {
  return new Set((patch?.files ?? []).flatMap(({ oldPath, newPath }) => [oldPath, newPath].filter((path) => path !== null)))
}
