import type { Measure } from '../types.ts'

/** What later rows of the third release say of themselves: three models judged each turn, and one flagged turn counts (arXiv 2609.06780). */
export const datasetJudgements: readonly Measure[] = [
  {
    id: 'git_hack_attempted',
    version: 1,
    label: 'Git hack, by the dataset',
    unit: '',
    type: 'boolean',
    group: 'row',
    help: 'True when the dataset says that the run reached for the solution; empty where the row does not say.',
    compute({ example }) {
      const said = example.metadata.git_hack_attempted
      return typeof said === 'boolean' ? said : null
    },
  },
]
