#!/usr/bin/env node
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCard } from './lib/card.mjs'
import { checkKinds } from './lib/check-kinds.mjs'
import { readRepo } from './lib/read-repo.mjs'
import { readTask } from './lib/read-task.mjs'
import { proveTask, recordRun } from './lib/record-run.mjs'
import { writeShard } from './lib/write-parquet.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const OUT = join(HERE, '../../resources/sample')
const KINDS = join(HERE, '../../tests/sample/kinds.json')

/** @param {string} folder @param {string} ext */
const filesOf = (folder, ext) =>
  readdirSync(join(HERE, folder))
    .filter((name) => name.endsWith(ext))
    .sort()
    .map((name) => join(HERE, folder, name))

/** @typedef {{ key: string, combination: string, isLater: boolean, kinds: string[], row: import('./lib/record-run.mjs').Row }} Recorded */

/** @param {import('./lib/read-task.mjs').Task} task @param {import('./lib/read-repo.mjs').Repo} repo @returns {Recorded[]} */
function recordTask(task, repo) {
  const referencePatch = proveTask(repo, task)
  return task.runs.map((run, index) => {
    const key = `${task.instance}/${index}`
    const { row, isSolved } = recordRun(repo, task, run, key, referencePatch)
    const kinds = checkKinds(key, run, row, isSolved)
    process.stdout.write(`${key} ${run.harness} ${run.agent} ${row.messages.length} messages: ${kinds.join(', ')}\n`)
    const combination = `${run.harness}/scripted-agent-${run.agent}/small-fixes-${run.release === 'v1.0' ? 1 : 2}`
    return { key, combination, isLater: run.release === 'v1.1', kinds, row }
  })
}

/** @param {Recorded[]} recorded */
function writeShards(recorded) {
  rmSync(join(OUT, 'data'), { recursive: true, force: true })
  for (const [combination, group] of groupBy(recorded)) {
    const shards = group.length >= 3 ? 2 : 1
    const size = Math.ceil(group.length / shards)
    for (let index = 0; index < shards; index++) {
      const name = `train-${String(index).padStart(5, '0')}-of-${String(shards).padStart(5, '0')}.parquet`
      const part = group.slice(index * size, (index + 1) * size)
      writeShard(
        join(OUT, 'data', combination, name),
        part.map((one) => one.row),
        part[0]?.isLater ?? false,
      )
    }
  }
}

/** @param {Recorded[]} recorded */
function groupBy(recorded) {
  /** @type {Map<string, Recorded[]>} */
  const groups = new Map()
  for (const one of recorded) groups.set(one.combination, [...(groups.get(one.combination) ?? []), one])
  return groups
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { dump: { type: 'string' } } })
const only = positionals[0]
const repos = new Map(filesOf('repos', '.txtar').map((path) => [basename(path, '.txtar'), readRepo(path)]))
const tasks = filesOf('tasks', '.task')
  .map(readTask)
  .filter((task) => !only || task.instance.includes(only))
const recorded = tasks.flatMap((task) => {
  const repo = repos.get(task.repo)
  if (!repo) throw new Error(`${task.instance}: no repository ${task.repo}`)
  return recordTask(task, repo)
})
if (values.dump) writeFileSync(values.dump, JSON.stringify(recorded, null, 1))
if (!only) {
  writeShards(recorded)
  writeCard(join(OUT, 'README.md'), recorded)
  const lines = recorded.map(({ row, kinds }) => `  "${row.trajectory_id}": [${kinds.map((kind) => `"${kind}"`).join(', ')}]`)
  writeFileSync(KINDS, `{\n${lines.join(',\n')}\n}\n`)
}
