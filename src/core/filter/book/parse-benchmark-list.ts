import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { taskOf } from '#measure'
import { fault } from '#record'
import type { BenchmarkList } from '../types.ts'

const REPOSITORY = /^[a-z0-9][a-z0-9-]{0,38}\/[a-z0-9_.-]{1,100}$/

/**
 * Reads a list of benchmark tasks: a line each, an instance id of any form docs/duplicates.md has (`owner__name-123`, `owner/name#123`), or a repository
 * `owner/name` alone. `#` begins a comment at the start of a line or behind a space.
 *
 * @throws FaultError `bad-input` naming file and line of what is neither
 */
export function parseBenchmarkList(text: string, fileName: string): BenchmarkList {
  const tasks = new Set<string>()
  const repositories = new Set<string>()
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const entry = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .toLowerCase()
    if (entry === '') continue
    const repository = REPOSITORY.test(entry) ? { repo: entry, number: null } : taskOf(entry)
    if (!repository) throw unreadable(fileName, at + 1, entry)
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

function unreadable(fileName: string, line: number, entry: string) {
  return fault('bad-input', `${fileName}, line ${line}: "${entry.slice(0, 100)}" is neither a task nor a repository.`, {
    culprit: `${fileName}:${line}`,
    remedy: 'Write one a line: owner/name#123, owner__name-123, or owner/name for a whole repository.',
  })
}
