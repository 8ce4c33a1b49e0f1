import { formatCount } from '../../widgets/index.ts'
import type { Row } from '../types.ts'

const ANSWERS = [
  { measure: 'git_attempted', word: 'attempted', help: 'Commands that reach for history or for the task’s own repository' },
  { measure: 'git_exposed', word: 'exposed', help: 'Outputs that showed something beyond the base commit' },
  { measure: 'git_used', word: 'used', help: 'Added lines of the patch that reappear from such an output' },
] as const

/** The three answers about a run's history commands, and beside them, independent of these, what the dataset says. */
export function HistoryAnswers({ row }: { row: Row }) {
  return (
    <section className="history-answers" aria-label="Git history">
      <h3>Git history</h3>
      <dl>
        {ANSWERS.map(({ measure, word, help }) => (
          <Answer key={measure} word={word} help={help} value={row.values[measure]} />
        ))}
        <div title="git_hack_attempted, as the row has it: judged by its publishers, not by Winnow">
          <dt>dataset’s flag</dt>
          <dd>{flagWords(row.values.git_hack_attempted)}</dd>
        </div>
      </dl>
    </section>
  )
}

function Answer({ word, help, value }: { word: string; help: string; value: unknown }) {
  const isKnown = typeof value === 'number'
  const tone = isKnown && value > 0 ? 'tone-unknown' : ''
  return (
    <div title={help}>
      <dt>{word}</dt>
      <dd className={tone}>{!isKnown ? 'not known' : value > 0 ? `✓ ${formatCount(value)}` : '– none'}</dd>
    </div>
  )
}

function flagWords(flag: unknown): string {
  if (typeof flag !== 'boolean') return '? not said'
  return flag ? '✓ yes' : '– no'
}
