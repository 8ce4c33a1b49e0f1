import type { z } from 'zod'
import type { addInput } from '#contract'
import { fault } from '#record'
import type { OpenedSource } from '#source'

/** @throws Fault `bad-input` for flags that contradict each other. */
export function checkFlags({ take, seed, indexOnly }: z.infer<typeof addInput>): void {
  if (take === undefined && seed !== undefined)
    throw fault('bad-input', '--seed goes with --take N.', { culprit: '--seed', remedy: 'Add --take N, or leave --seed out.' })
  if (take !== undefined && indexOnly)
    throw fault('bad-input', '--index-only reads no rows and --take N reads N of them.', {
      culprit: '--index-only',
      remedy: 'Index first, then run the same command with --take N.',
    })
}

/** @throws Fault `bad-input` for flags that cannot be had of this source: local files have the one revision they have, and are all there. */
export function checkSource({ kind, uri, revision }: OpenedSource, input: z.infer<typeof addInput>): void {
  if (kind === 'hub') return
  if (input.indexOnly)
    throw fault('bad-input', `${uri} is on this machine, where an index would save nothing.`, {
      culprit: '--index-only',
      remedy: 'Leave --index-only out.',
    })
  if (input.revision !== undefined && input.revision !== revision)
    throw fault('bad-input', `${uri} is at revision ${revision}, not at ${input.revision}.`, {
      culprit: '--revision',
      remedy: 'Leave --revision out, or check that these are the files you meant.',
    })
}
