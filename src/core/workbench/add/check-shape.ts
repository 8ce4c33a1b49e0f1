import { detectShape, suggestMap } from '#parse'
import { fault } from '#record'
import { describeColumns, type OpenedSource } from '#source'
import { untilAborted } from '../bodies/until-aborted.ts'
import { failureOf } from './prepare-ahead.ts'
import { combinationsOf } from './take/combinations.ts'

/**
 * Sees to it that a Hub source has rows Winnow knows before any of them is fetched, by the first file of each combination: one that cannot be
 * looked into is left to reading.
 * @throws Fault `unknown-shape` naming the columns there are, with a map they suggest
 */
export async function checkShape(opened: OpenedSource, signal: AbortSignal): Promise<void> {
  if (opened.kind !== 'hub') return
  const problems: { reason: string; columns: string[] }[] = []
  for (const { files } of combinationsOf(opened.files)) {
    const problem = await problemOf(opened, files[0], signal)
    if (!problem) return
    problems.push(problem)
  }
  const [first] = problems
  if (!first) return
  const map = Object.entries(suggestMap(first.columns)).map(([name, column]) => `--map ${name}=${column}`)
  throw fault('unknown-shape', `${opened.uri} cannot be read as it is. ${first.reason}`, {
    culprit: opened.uri,
    remedy: `Say which column is which, such as ${map.length > 0 ? map.join(' ') : '--map messages=COLUMN'}.`,
  })
}

async function problemOf(opened: OpenedSource, file: OpenedSource['files'][number] | undefined, signal: AbortSignal) {
  if (!file) return null
  try {
    const { skeleton, columns } = await untilAborted(describeColumns(opened, file, signal), signal)
    const detected = detectShape(skeleton)
    return detected.kind === 'unknown' ? { reason: detected.reason, columns: columns.map(({ name }) => name) } : null
  } catch (error) {
    signal.throwIfAborted()
    failureOf(error, file.path)
    return null
  }
}
