import type { ReactNode } from 'react'
import type { ExampleRow } from '../state/use-decide.ts'
import { DecisionMark, formatCounted, Tag } from '../widgets/index.ts'
import { isRowHidden } from './blind.ts'
import type { CellContext, Column } from './table-columns.tsx'

/** In place of what blind review does not show yet. */
export const HIDDEN = (
  <span className="faint" title="Blind review: decide first">
    hidden
  </span>
)

const NONE = (
  <span className="faint" role="img" aria-label="none">
    –
  </span>
)

const unlessHidden =
  (cell: (row: ExampleRow) => ReactNode) =>
  (row: ExampleRow, { blindFor }: CellContext): ReactNode =>
    isRowHidden(row, blindFor) ? HIDDEN : cell(row)

/** What people say, or that they differ; a decision about other bytes says so. */
export const DECISION_COLUMN: Column = {
  id: 'decision',
  title: 'Decision',
  group: 'row',
  width: 104,
  sort: 'decision',
  cell: unlessHidden(({ decision, isDisputed, isStale }) =>
    isDisputed ? (
      <Tag tone="unknown" glyph="◐" title="Reviewers differ: it is to be settled">
        disputed
      </Tag>
    ) : isStale && decision === null ? (
      <Tag tone="unknown" glyph="↻" title="The row changed after somebody spoke of it">
        stale
      </Tag>
    ) : (
      <DecisionMark decision={decision} isStale={isStale} />
    ),
  ),
}

/** What else people said of a row; on show when they are chosen. */
export const PEOPLE_COLUMNS: readonly Column[] = [
  {
    id: 'tags',
    title: 'Tags',
    group: 'row',
    width: 130,
    sort: 'tags',
    cell: unlessHidden(({ tags }) => (tags.length === 0 ? NONE : <span title={tags.join(', ')}>{tags.join(', ')}</span>)),
  },
  {
    id: 'flag',
    title: 'Flag',
    group: 'row',
    help: 'Somebody wants another look at it',
    width: 76,
    sort: 'is_flagged',
    cell: ({ isFlagged }) => (isFlagged ? <Tag glyph="⚑">flagged</Tag> : NONE),
  },
  {
    id: 'opinions',
    title: 'Decided by',
    group: 'row',
    help: 'Everybody whose opinion stands',
    width: 130,
    sort: 'decided_by',
    cell: unlessHidden(({ decidedBy, isDisputed }) =>
      decidedBy.length === 0 ? (
        NONE
      ) : (
        <span title={decidedBy.join(', ')}>
          {isDisputed && '◐ '}
          {decidedBy.join(isDisputed ? ' ≠ ' : ', ')}
        </span>
      ),
    ),
  },
  {
    id: 'edits',
    title: 'Edits',
    group: 'row',
    help: 'Messages that are context only, a cut, and redactions',
    width: 150,
    sort: 'masked_messages',
    cell: (row) => editWords(row) || NONE,
  },
]

/** "3 masked · cut · 2 redactions"; empty without edits. */
export function editWords({ maskedMessages, isCut, redactions }: Pick<ExampleRow, 'maskedMessages' | 'isCut' | 'redactions'>): string {
  const parts = [maskedMessages > 0 && `${maskedMessages} masked`, isCut && 'cut', redactions > 0 && formatCounted(redactions, 'redaction')]
  return parts.filter(Boolean).join(' · ')
}
