import { formatValue } from '../widgets/index.ts'

const WITHOUT_LIMIT = 32_000

/** A token count with a bar that is half full at the recipe's limit, and red above it. */
export function TokenBar({ tokens, limit }: { tokens: number | string | boolean | null | undefined; limit: number | null }) {
  if (typeof tokens !== 'number') return <span className="faint">–</span>
  const isOver = limit !== null && tokens > limit
  const share = Math.min(1, tokens / (2 * (limit ?? WITHOUT_LIMIT)))
  return (
    <span className="token-cell" title={isOver ? `over the limit of ${formatValue(limit)}` : undefined}>
      <span className="token-bar" aria-hidden>
        <i className={isOver ? 'over' : ''} style={{ width: `${share * 100}%` }} />
      </span>
      {formatValue(tokens)}
      {isOver && <span className="visually-hidden">, over the limit</span>}
    </span>
  )
}
