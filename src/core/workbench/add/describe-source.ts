import type { z } from 'zod'
import type { columnsInput, sourceColumns } from '#contract'
import { detectShape, MAP_TARGETS, suggestMap } from '#parse'
import { fault } from '#record'
import { describeColumns } from '#source'
import { untilAborted } from '../bodies/until-aborted.ts'
import type { Desk } from '../desk.ts'
import { openNamed } from './open-named.ts'

/**
 * The columns of a source's first file, what they may be read as, and what they look like already. Nothing is remembered.
 * @throws Fault as the source room's `openSource` and `describeColumns`
 */
export async function describeSource(
  desk: Desk,
  { map, ...input }: z.infer<typeof columnsInput>,
  signal: AbortSignal | undefined,
): Promise<z.infer<typeof sourceColumns>> {
  const opened = await openNamed(desk, { ...input, map: map ?? null }, signal)
  const [first] = opened.files
  if (!first) throw fault('not-found', `${opened.uri} has no files.`, { culprit: opened.uri, remedy: 'Check the address.' })
  const { file, columns, skeleton } = await untilAborted(describeColumns(opened, first, signal), signal)
  const detected = detectShape(skeleton)
  return {
    file,
    shape: detected.kind === 'shape' ? detected.shape : null,
    columns,
    targets: MAP_TARGETS.map((target) => ({ ...target })),
    suggested: suggestMap(columns.map(({ name }) => name)),
  }
}
