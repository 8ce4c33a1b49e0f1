import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { JsonObject } from '#record'
import { openSource } from '#source'
import { hasSharedData, sharedData } from '../support/shared-rows.ts'

const tutorial = resolve(sharedData, '../reference/tutorial.py')

/** Why rows cannot be compared with the tutorial here, for a test's name; empty when they can. */
export const missing = [
  !hasSharedData && 'no ../shared/data',
  !existsSync(tutorial) && 'no ../shared/reference',
  spawnSync('python3', ['--version']).status !== 0 && 'no python3',
]
  .filter(Boolean)
  .join(', ')

/** What the tutorial computes of a row: its columns, and with a leading underscore what it trains on. */
export type TutorialRow = JsonObject & { _text: string; _trajectory_id: string }

/** The tutorial's own answer for every row of a folder in the first release's shape. Rows are handed to it as JSON Lines in `scratch`. */
export async function tutorialRows(address: string, scratch: string): Promise<TutorialRow[]> {
  const source = await openSource(join(sharedData, address), { sourceId: 's1' })
  const answers: TutorialRow[] = []
  for (const [index, file] of source.files.entries()) {
    const copy = join(scratch, `rows-${index}.jsonl`)
    const lines: string[] = []
    for await (const item of source.rows(file)) if ('value' in item) lines.push(JSON.stringify(item.value))
    writeFileSync(copy, lines.join('\n'))
    answers.push(...ask(file.config ?? '-', file.split ?? '-', copy))
  }
  return answers
}

function ask(agent: string, model: string, path: string): TutorialRow[] {
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8' }
  const run = spawnSync('python3', [tutorial, agent, model, path], { maxBuffer: 1 << 30, env, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  const lines = run.stdout.split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as TutorialRow)
}
