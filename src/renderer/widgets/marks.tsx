import { Tag } from './tag.tsx'

/** What the recipe says, in outline, with its reasons on hover; nothing has been said before a recipe ran. */
export function VerdictMark({ verdict, title }: { verdict: 'keep' | 'drop' | null; title?: string }) {
  if (verdict === null) return <Absent label="no verdict yet" />
  return (
    <span className={`mark mark-${verdict}`} data-glyph="○" title={title}>
      {verdict}
    </span>
  )
}

/** What a person says: filled and violet. `isStale` marks a decision about bytes the row no longer has. */
export function DecisionMark({ decision, isStale = false }: { decision: 'accept' | 'reject' | null; isStale?: boolean }) {
  if (decision === null) return <Absent label="not decided" />
  return (
    <Tag tone="human" {...(isStale ? { title: 'The row changed after this decision' } : {})}>
      <i aria-hidden>●</i> {decision}
      {isStale && ' · stale'}
    </Tag>
  )
}

const LABELS = {
  1: { tone: 'keep', glyph: '✓', word: 'resolved' },
  0: { tone: 'drop', glyph: '✕', word: 'failed' },
  [-1]: { tone: 'unknown', glyph: '?', word: 'no label' },
} as const

/** The row's own label: tests passed, failed, or nobody knows. */
export function LabelMark({ resolved }: { resolved: 1 | 0 | -1 }) {
  const { tone, glyph, word } = LABELS[resolved]
  return (
    <Tag tone={tone} glyph={glyph}>
      {word}
    </Tag>
  )
}

function Absent({ label }: { label: string }) {
  return (
    <span className="faint" role="img" aria-label={label} title={label}>
      –
    </span>
  )
}
