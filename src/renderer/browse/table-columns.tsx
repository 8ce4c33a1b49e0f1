import type { ReactNode } from 'react'
import { hashOf } from '../app/route.ts'
import type { MeasureGroup } from '../state/measure-groups.ts'
import type { ExampleRow } from '../state/use-decide.ts'
import type { Measure } from '../state/use-measures.ts'
import { formatValue, LabelMark, VerdictMark } from '../widgets/index.ts'
import { isRowHidden } from './blind.ts'
import { DECISION_COLUMN, HIDDEN, PEOPLE_COLUMNS } from './people-columns.tsx'
import { TokenBar } from './token-bar.tsx'

/** What cells need to know beside their row. */
export interface CellContext {
  /** The recipe's limit in force, for the token bar; null without one. */
  tokenLimit: number | null
  /** In blind review, who must have answered before they see what others and the recipe say; null otherwise. */
  blindFor: string | null
}

/** A column of the table. `sort` is the contract's column name; null columns cannot be sorted by. */
export interface Column {
  id: string
  title: string
  /** Where the chooser lists it. */
  group: MeasureGroup
  /** Explains the header. */
  help?: string
  width: number
  isNumber?: boolean
  /** Its words stand back. */
  isQuiet?: boolean
  sort: string | null
  cell: (row: ExampleRow, context: CellContext) => ReactNode
}

const plain = (text: string | null) => text ?? <span className="faint">–</span>
const number = (id: string) => (row: ExampleRow) => (row.isMeasured ? formatValue(row.values[id]) : UNKNOWN)

/** A measure of a row that is only indexed; the row itself says so once, at its beginning. */
const UNKNOWN = (
  <span className="unknown" title="Only indexed: open it, or measure the selection">
    –
  </span>
)

/** Columns that are not measures, or are measures drawn in their own way. */
const OWN: readonly Column[] = [
  {
    id: 'instance',
    title: 'Instance',
    group: 'row',
    width: 208,
    sort: 'instance_id',
    cell: (row) => (
      <a className="mono instance" href={hashOf({ screen: 'example', id: row.id, message: null })} tabIndex={-1}>
        {row.instanceId ?? row.id}
      </a>
    ),
  },
  { id: 'harness', title: 'Harness', group: 'row', width: 104, sort: 'harness', cell: (row) => plain(row.harness) },
  { id: 'model', title: 'Model', group: 'row', width: 118, isQuiet: true, sort: 'model', cell: (row) => plain(row.model) },
  { id: 'language', title: 'Language', group: 'row', width: 88, sort: 'language', cell: (row) => plain(row.language) },
  { id: 'label', title: 'Label', group: 'row', width: 96, sort: 'resolved', cell: (row) => <LabelMark resolved={row.resolved} /> },
  { id: 'n_messages', title: 'Msgs', group: 'run', width: 58, isNumber: true, sort: 'n_messages', cell: number('n_messages') },
  {
    id: 'traj_tokens',
    title: 'Tokens',
    group: 'tokens',
    width: 146,
    isNumber: true,
    sort: 'traj_tokens',
    cell: (row, { tokenLimit }) => (row.isMeasured ? <TokenBar tokens={row.values.traj_tokens} limit={tokenLimit} /> : UNKNOWN),
  },
  { id: 'diff_files', title: 'Files', group: 'patch', width: 54, isNumber: true, sort: 'diff_files', cell: number('diff_files') },
  {
    id: 'diff_churn',
    title: 'Churn',
    group: 'patch',
    help: 'Lines added and deleted by the patch, as git counts them',
    width: 62,
    isNumber: true,
    sort: 'diff_churn',
    cell: number('diff_churn'),
  },
  { id: 'verdict', title: 'Recipe', group: 'row', width: 104, sort: 'verdict', cell: verdict },
  DECISION_COLUMN,
  { id: 'repo', title: 'Repository', group: 'row', width: 170, isQuiet: true, sort: 'repo', cell: (row) => plain(row.repo) },
  { id: 'license', title: 'License', group: 'row', width: 100, isQuiet: true, sort: 'license', cell: (row) => plain(row.license) },
  { id: 'category', title: 'Category', group: 'row', width: 110, isQuiet: true, sort: 'category', cell: (row) => plain(row.category) },
  {
    id: 'teacher',
    title: 'Teacher',
    group: 'row',
    width: 130,
    isQuiet: true,
    sort: 'teacher_model',
    cell: (row) => plain(row.teacherModel),
  },
  { id: 'shape', title: 'Shape', group: 'row', width: 80, isQuiet: true, sort: 'shape', cell: (row) => plain(row.shape) },
  ...PEOPLE_COLUMNS,
  { id: 'file', title: 'File', group: 'row', width: 200, isQuiet: true, sort: 'file', cell: (row) => plain(`${row.file}:${row.row + 1}`) },
]

/** The columns on show until a person chooses others. */
export const DEFAULT_COLUMNS: readonly string[] = OWN.slice(0, 11).map((column) => column.id)

/** What of them fits a small window: what a decision needs. */
export const NARROW_COLUMNS: readonly string[] = ['instance', 'label', 'traj_tokens', 'diff_churn', 'verdict', 'decision']

/** Every column there is: our own, then the measures that have none of their own. A tally is a list and no column. */
export function allColumns(measures: readonly Measure[]): Column[] {
  const taken = new Set(OWN.map((column) => column.id))
  return [
    ...OWN.map((column) => withHelp(column, measures)),
    ...measures.filter(({ id, type }) => !taken.has(id) && type !== 'tally').map(measureColumn),
  ]
}

function withHelp(column: Column, measures: readonly Measure[]): Column {
  const help = column.help ?? measures.find((measure) => measure.id === column.id)?.help
  return help === undefined ? column : { ...column, help }
}

function measureColumn({ id, label, unit, type, group, help }: Measure): Column {
  const isNumber = type === 'integer' || type === 'real'
  return {
    id,
    title: unit && !label.includes(unit) ? `${label} (${unit})` : label,
    group,
    help,
    width: 110,
    isNumber,
    sort: id,
    cell: number(id),
  }
}

function verdict(row: ExampleRow, { blindFor }: CellContext): ReactNode {
  if (isRowHidden(row, blindFor)) return HIDDEN
  if (!row.isMeasured && row.verdict === null) return <span className="faint">not measured</span>
  return (
    <VerdictMark verdict={row.verdict} {...(row.reasons.length > 0 ? { title: row.reasons.map(({ text }) => text).join(' · ') } : {})} />
  )
}
