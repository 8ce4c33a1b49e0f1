import type { Check } from '../check.ts'
import { evidenceIn } from './evidence-in.ts'
import { historyMeasures } from './history-measures.ts'

/** Commands that reach for history or the task's own repository, what they showed, and what of that the patch holds. */
export const gitHistory: Check = {
  id: 'git-history',
  version: 2,
  title: 'Git history',
  kinds: {
    'attempted-banned': 'A command that serves only to find history the run should not see.',
    'attempted-restricted': 'A command that names a revision beside HEAD, its ancestors, the base and the run’s own commits.',
    'attempted-network': 'A command that fetches from the task’s own repository or its package.',
    'attempted-unknown': 'A git command whose words could not be resolved: what it reaches cannot be told.',
    exposed:
      'The output of such a command shows a commit later than the base, a diff, a file of another revision, or a page of the repository.',
    'perhaps-exposed':
      'The output shows commits nothing ties to the base, or what is known to lead to it: it may be harmless, and is not counted as exposed.',
    used: 'Lines such an output showed, and nothing before it, are among the lines the patch adds; or such a command took files in, and the patch adds lines the run never typed.',
    unparsed: 'A shell script that could not be parsed to its end: what it reaches is not known.',
  },
  measures: historyMeasures,
  find: ({ example }) => evidenceIn(example),
}
