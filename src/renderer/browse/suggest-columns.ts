/** Columns of the index that a condition may name; measures are the others. */
export const INDEX_COLUMNS: readonly string[] = [
  ...['instance_id', 'trajectory_id', 'repo', 'license', 'language', 'harness', 'model', 'teacher_model', 'resolved', 'category'],
  ...['shape', 'verdict', 'decision', 'outcome', 'decision_reason', 'note', 'reviewer', 'is_stale', 'is_measured', 'file', 'row', 'id'],
  ...['tags', 'decided_by', 'is_flagged', 'is_disputed', 'masked_messages', 'is_cut', 'redactions'],
]

/** What may be meant by the word before the caret, and where that word lies. */
export interface Suggestions {
  from: number
  to: number
  found: string[]
}

const SHOWN = 8
const OPERATORS = ['and', 'or', 'not', 'in', 'contains', 'true', 'false', 'null']

/** Columns whose name, or a word of it, begins like the word before the caret: `tok` finds traj_tokens. None inside quotes, nor of a name that is whole. */
export function suggestColumns(text: string, caret: number, columns: readonly string[]): Suggestions {
  const before = text.slice(0, caret)
  const word = /[a-z_]\w*$/i.exec(before)?.[0].toLowerCase() ?? ''
  const none = { from: caret, to: caret, found: [] }
  const isQuoted = before.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '').match(/["']/) !== null
  if (word === '' || isQuoted || OPERATORS.includes(word) || columns.includes(word)) return none
  const begins = columns.filter((column) => column.startsWith(word))
  const within = columns.filter((column) => !column.startsWith(word) && column.includes(`_${word}`))
  return { from: caret - word.length, to: caret, found: [...begins, ...within].slice(0, SHOWN) }
}
