import { measureExample } from '#measure'
import { parseExample } from '../../support/rows.ts'
import { sharedFiles, sharedRows } from '../../support/shared-rows.ts'
import type { Answer } from './history-labels.ts'

/** What the git-history check says of a real run. */
export interface Judged {
  id: string
  answers: Record<Answer, boolean>
  /** Why the check did not come to an end; null where it did. */
  fault: string | null
  /** Shell scripts the run issued, and those that could not be parsed to their end. */
  scripts: number
  unparsed: number
}

/** The check's answers about every real run, each run once. */
export function judgeRuns(): Judged[] {
  return sharedFiles('messages-r3').flatMap((file) => sharedRows(file).map((value, row) => judge(parseExample(value, { file, row }))))
}

const MEASURES = ['git_attempted', 'git_exposed', 'git_used', 'unparsed_commands', 'git_history_fault']

function judge(example: ReturnType<typeof parseExample>): Judged {
  const values = measureExample(example, { tokenizer: { kind: 'tiktoken', name: 'o200k_base' }, only: MEASURES })
  const count = (id: string): number => Number(values[id] ?? 0)
  const calls = example.messages.flatMap((message) => message.calls)
  return {
    id: example.id,
    answers: { attempted: count('git_attempted') > 0, exposed: count('git_exposed') > 0, used: count('git_used') > 0 },
    fault: typeof values.git_history_fault === 'string' ? values.git_history_fault : null,
    scripts: calls.filter(({ act }) => act.kind === 'shell').length,
    unparsed: count('unparsed_commands'),
  }
}
