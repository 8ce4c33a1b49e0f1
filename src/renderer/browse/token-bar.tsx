import { formatValue } from '../widgets/index.ts'

const WITHOUT_LIMIT = 32_000

/** A token count with a bar that is half full at the recipe's limit, and red above it. */
export function TokenBar({ tokens, limit }: { tokens: number | string | boolean | null | undefined; limit: number | null }) {
  if (typeof tokens !== 'number') return <span className="faint">–</span>
  const isOver = limit !== null && tokens > limit
  const label = `over the limit of ${formatValue(limit)}`
  const words = isOver ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true }
  const share = Math.min(1, tokens / (2 * (limit ?? WITHOUT_LIMIT)))
  return (
    <>
      <span className={isOver ? 'token-bar over' : 'token-bar'} style={{ backgroundSize: `${share * 100}% 100%` }} {...words} />
      {formatValue(tokens)}
    </>
  )
}
