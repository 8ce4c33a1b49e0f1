import { type FaultError, fault } from '#record'

/** A name that a column of another layout can be read as. */
export interface MapTarget {
  name: string
  /** For people: what belongs there. */
  help: string
  isNeeded: boolean
}

/** The names a column map knows, the needed one first; mapped rows are read like those of the releases. */
export const MAP_TARGETS: readonly MapTarget[] = [
  { name: 'messages', help: 'the conversation: a list of {role, content} or {from, value}, or its JSON text', isNeeded: true },
  { name: 'instance_id', help: 'the task the run is about', isNeeded: false },
  { name: 'trajectory_id', help: 'a unique name of the run', isNeeded: false },
  { name: 'repo', help: 'the repository, as owner/name', isNeeded: false },
  { name: 'license', help: "the repository's license", isNeeded: false },
  { name: 'language', help: 'the programming language', isNeeded: false },
  { name: 'resolved', help: 'the label: 1 or true for passing tests, 0 or false for failing ones', isNeeded: false },
  { name: 'model_patch', help: "the agent's diff", isNeeded: false },
  { name: 'tools', help: 'the tool definitions', isNeeded: false },
  { name: 'metadata', help: 'an object with category and teacher_model', isNeeded: false },
  { name: 'hf_dataset_name', help: 'the dataset the task comes from', isNeeded: false },
]

/** Names other datasets give these columns, the likeliest first. */
const ALIASES: Record<string, string[]> = {
  messages: ['conversation', 'conversations', 'trajectory', 'dialog', 'dialogue', 'history', 'chat', 'turns', 'trace', 'traj'],
  instance_id: ['task_id', 'instance', 'problem_id', 'id'],
  trajectory_id: ['traj_id', 'run_id', 'uuid'],
  repo: ['repository', 'repo_name'],
  license: ['licence'],
  language: ['lang', 'programming_language'],
  resolved: ['success', 'target', 'reward', 'passed', 'is_resolved'],
  model_patch: ['patch', 'diff', 'generated_patch', 'git_patch'],
  tools: ['functions', 'tool_definitions'],
  metadata: ['meta'],
  hf_dataset_name: ['dataset'],
}

/** A map that these column names suggest; a target that is there by its own name needs none, and no column is used twice. */
export function suggestMap(columns: readonly string[]): Record<string, string> {
  const plain = new Map(columns.map((column) => [column.toLowerCase().replaceAll('-', '_'), column]))
  const suggested = MAP_TARGETS.flatMap(({ name }): [string, string][] => {
    if (columns.includes(name)) return []
    const found = [name, ...(ALIASES[name] ?? [])].map((alias) => plain.get(alias)).find((column) => column !== undefined)
    return found === undefined ? [] : [[name, found]]
  })
  return Object.fromEntries(suggested)
}

/** What is wrong with the targets of a map, as a Fault `bad-input` with the allowed names; null when nothing is. */
export function problemOfMap(map: Readonly<Record<string, string>>): FaultError | null {
  const names = MAP_TARGETS.map(({ name }) => name)
  const unknown = Object.keys(map).find((target) => !names.includes(target))
  if (unknown === undefined) return null
  return fault('bad-input', `"${unknown}" is no name a column can be read as; known are: ${names.join(', ')}.`, {
    culprit: unknown,
    remedy: 'Write NAME=COLUMN with one of these names, as in messages=conversation.',
  })
}
