import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { taskOf } from '#measure'
import { fault } from '#record'
import type { BenchmarkList } from '../types.ts'
import { listedTasks } from './listed-tasks.ts'

const REPOSITORY = /^[a-z0-9][a-z0-9-]{0,38}\/[a-z0-9_.-]{1,100}$/

/**
 * Reads a list of benchmark tasks: a line each, an instance id of any form docs/duplicates.md has (`owner__name-123`, `owner/name#123`), or a repository
 * `owner/name` alone, `#` beginning a comment at the start of a line or behind a space; or, by the file's ending, JSON, JSON lines or CSV with a
 * field `instance_id`, and `repo` where there is one.
 *
 * @throws FaultError `bad-input` naming file and place of what is neither: a list read in part would let tasks through unseen
 */
export function parseBenchmarkList(text: string, fileName: string): BenchmarkList {
  const tasks = new Set<string>()
  const repositories = new Set<string>()
  for (const { id, repo, where } of listedTasks(text, fileName)) {
    const entry = id.toLowerCase()
    const repository = REPOSITORY.test(entry) ? { repo: entry, number: null } : taskOf(entry, repo)
    if (!repository) throw unreadable(fileName, where, entry)
    repositories.add(repository.repo)
    if (repository.number !== null) tasks.add(`${repository.repo}#${repository.number}`)
  }
  const sha256 = createHash('sha256')
    .update(JSON.stringify([[...tasks].sort(), [...repositories].sort()]))
    .digest('hex')
  return { name: nameOf(fileName), sha256, tasks: [...tasks], repositories: [...repositories] }
}

function nameOf(fileName: string): string {
  return basename(fileName)
    .replace(/\.txt$/i, '')
    .toLowerCase()
}

function unreadable(fileName: string, where: string, entry: string) {
  return fault('bad-input', `${fileName}, ${where}: "${entry.slice(0, 100)}" is neither a task nor a repository.`, {
    culprit: fileName,
    remedy: 'Write one a line: owner/name#123, owner__name-123, or owner/name for a whole repository.',
  })
}
