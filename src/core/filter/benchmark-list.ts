import { createHash } from 'node:crypto'
import { taskOf } from '#measure'
import { fault } from '#record'
import { listedTasks } from './listed-tasks.ts'

/** A benchmark's tasks, by which examples that share them are told. */
export interface BenchmarkList {
  /** `owner/name#123`, lower case, sorted, each once: what the measure `task_key` gives. Tasks without a pull request have none. */
  keys: string[]
  /** `owner/name`, lower case, sorted, each once: of every task and of lines that name a repository. */
  repos: string[]
  /** Of the text as UTF-8, 64 hex digits: part of what a recipe means. */
  sha256: string
}

/**
 * Reads a list of instances: lines with one instance id, `owner/name#123`, pull request address or `owner/name` each, `#` beginning a comment; or by
 * the name's ending .json, .jsonl and .csv with a field `instance_id`, and `repo` where there is one.
 *
 * @throws FaultError `bad-input` naming the line that is none of these: a list that is read in part would let tasks through unseen
 */
export function parseBenchmarkList(text: string, fileName: string): BenchmarkList {
  const keys = new Set<string>()
  const repos = new Set<string>()
  for (const { id, repo, where } of listedTasks(text, fileName)) {
    const task = repoAlone(id) ?? taskOf(id, repo)
    if (!task) throw notATask(fileName, where, id)
    repos.add(task.repo)
    if (task.number !== null) keys.add(`${task.repo}#${task.number}`)
  }
  return { keys: [...keys].sort(), repos: [...repos].sort(), sha256: createHash('sha256').update(text).digest('hex') }
}

/** `owner/name`, and nothing else. */
function repoAlone(id: string): ReturnType<typeof taskOf> {
  return /^[^\s#:/]+\/[^\s#:/]+$/.test(id) ? taskOf(null, id) : null
}

function notATask(fileName: string, where: string, id: string) {
  const shown = id.length > 80 ? `${id.slice(0, 80)}…` : id
  return fault(
    'bad-input',
    `${fileName}, ${where}: “${shown}” names no task. Known are owner__name-123, owner_name_pr123, owner/name#123, a pull request’s address and owner/name.`,
    {
      culprit: fileName,
      remedy: 'Correct the line, or make it a comment with # before it.',
    },
  )
}
