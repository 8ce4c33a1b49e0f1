import type { Combination, CorpusOptions } from './corpus-options.ts'
import { mix, pick } from './pick.ts'

/** The small columns of a row of the third release, as they are written. */
export interface CorpusRow {
  instance_id: string
  repo: string
  license: string
  language: string
  trajectory_id: string
  resolved: number
  hf_dataset_name: string
  metadata: {
    category: string
    teacher_model: { name: string; enable_thinking: boolean; reasoning_effort: string | null }
    git_hack_attempted: boolean
  }
}

const LICENSES = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause']
const LANGUAGES = ['python', 'python', 'python', 'go', 'typescript', 'javascript', 'rust', 'java', 'php', 'c', 'cpp']
const LABELS = [1, 1, 0, 0, -1, -1, -1]
const DATASETS = ['nebius/SWE-rebench-V2', 'AweAI-Team/Scale-SWE']
const CATEGORIES = ['bug-fix', 'enhancement', 'feature-request', 'refactoring', 'documentation']
const EFFORTS = ['low', 'medium', 'high', null]
const REPOS = 600

/** Row `n` of the corpus, counted over all shards. */
export function corpusRow(n: number, { model }: Combination, { seed }: CorpusOptions): CorpusRow {
  const repo = mix(seed, n, 1) % REPOS
  const name = `owner-${repo % 97}/project-${repo}`
  return {
    instance_id: `${name.replace('/', '__')}-${mix(seed, n, 2) % 5000}`,
    repo: name,
    license: pick(LICENSES, seed, repo, 3),
    language: pick(LANGUAGES, seed, repo, 4),
    trajectory_id: trajectoryId(n, seed),
    resolved: pick(LABELS, seed, n, 5),
    hf_dataset_name: pick(DATASETS, seed, repo, 6),
    metadata: {
      category: pick(CATEGORIES, seed, n, 7),
      teacher_model: { name: `teachers/${model}`, enable_thinking: mix(seed, n, 8) % 2 === 0, reasoning_effort: pick(EFFORTS, seed, n, 9) },
      git_hack_attempted: mix(seed, n, 10) % 20 === 0,
    },
  }
}

/** In the form of a UUID; its last twelve digits are `n`, so that no two are alike. */
export function trajectoryId(n: number, seed: number): string {
  const hex = (salt: number) => mix(seed, n, salt).toString(16).padStart(8, '0')
  const middle = hex(12)
  return `${hex(11)}-${middle.slice(0, 4)}-4${middle.slice(5)}-a${hex(13).slice(5)}-${String(n).padStart(12, '0')}`
}
