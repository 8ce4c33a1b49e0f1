import type { Verified } from './verify-store.ts'

type Problem = Verified['problems'][number]

/** What each kind of problem is called, in the order they are told. */
const TITLES: Record<Problem['kind'], string> = {
  manifest: 'Manifest',
  file: 'Files',
  row: 'Rows',
  split: 'Splits',
  ledger: 'Ledger',
  decision: 'Decisions',
  recipe: 'Recipe',
  source: 'Sources',
}

/** Problems of one kind. */
export interface ProblemGroup {
  kind: Problem['kind']
  title: string
  problems: Problem[]
}

/** Problems by what they are about; kinds without any are left out. */
export function problemGroups(problems: readonly Problem[]): ProblemGroup[] {
  const kinds = Object.keys(TITLES) as Problem['kind'][]
  const groups = kinds.map((kind) => ({ kind, title: TITLES[kind], problems: problems.filter((problem) => problem.kind === kind) }))
  return groups.filter((group) => group.problems.length > 0)
}
