import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JsonObject } from '#record'
import type { WorkbenchOptions } from '#workbench'
import { lastEvent, openWorkbench } from './open-workbench.ts'
import { buildR3 } from './rows.ts'
import { asJsonl } from './rows-on-disk.ts'

/** A workbench that holds a run of each of these names, and the file it has them from. */
export async function openWithRuns(names: readonly string[], over: JsonObject = {}, options: Partial<WorkbenchOptions> = {}) {
  const bench = await openWorkbench(options)
  const file = join(bench.folder, 'runs.jsonl')
  await writeFile(file, asJsonl(names.map((name) => buildR3({ trajectory_id: name, ...over }))))
  await lastEvent(await bench.client.source.add({ source: file }))
  return { ...bench, file }
}
