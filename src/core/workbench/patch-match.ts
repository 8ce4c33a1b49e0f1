import type { z } from 'zod'
import type * as s from '#contract'
import { type FileMatch, matchPatches } from '#measure'
import { type Example, fault } from '#record'
import { patchOf, type Side } from './patch-view.ts'

/** Files told at most, as in a patch's own list. */
const FILE_LIMIT = 2_000

/**
 * The model's patch held against the reference patch.
 * @throws Fault `not-found` where the row has only one of them, or none
 */
export function patchMatchOf(example: Example): z.infer<typeof s.patchMatch> {
  const files = matchPatches(present(example, 'model'), present(example, 'reference'))
  const count = (isWanted: (file: FileMatch) => boolean) => files.filter(isWanted).length
  return {
    files: files.slice(0, FILE_LIMIT),
    inCommon: count(({ model, reference }) => model !== null && reference !== null),
    onlyModel: count(({ reference }) => reference === null),
    onlyReference: count(({ model }) => model === null),
    alikeHunks: files.reduce((sum, file) => sum + file.alikeHunks, 0),
  }
}

function present(example: Example, which: Side) {
  const { text, patch } = patchOf(example, which)
  if (text !== '') return patch
  throw fault('not-found', `Example ${example.id} has no ${which === 'model' ? 'model' : 'reference'} patch to compare.`, {
    culprit: example.id,
  })
}
