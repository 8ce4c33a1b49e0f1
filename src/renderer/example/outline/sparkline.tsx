import { useMemo } from 'react'
import { formatCount, formatShort } from '../../widgets/index.ts'
import type { OutlineEntry } from '../logic/outline.ts'
import { tokenBars } from '../logic/token-bars.ts'
import { tokenWords } from '../logic/token-parts.ts'

const BARS = 48
const HEIGHT = 34

interface SparklineProps {
  entries: readonly OutlineEntry[]
  current: OutlineEntry | undefined
  onGo: (message: number) => void
}

/** Tokens a step, the outline's foot. The outline's list is its table twin, so the picture is hidden from assistive technology. */
export function Sparkline({ entries, current, onGo }: SparklineProps) {
  const bars = useMemo(() => tokenBars(entries, BARS), [entries])
  const most = Math.max(1, ...bars.map((bar) => bar.tokens))
  const at = current === undefined ? -1 : bars.findIndex((bar) => bar.lastMessage >= current.message)
  const total = entries.reduce((sum, entry) => sum + entry.tokens, 0)
  return (
    <div className="sparkline">
      <div className="sparkline-head">
        <span>Tokens a step</span>
        <span className="faint">
          {formatCount(total)} in all, most {formatShort(most)}
        </span>
      </div>
      <div className="sparkline-bars" aria-hidden style={{ height: HEIGHT }}>
        {bars.map((bar, i) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the outline's buttons do the same
          // biome-ignore lint/a11y/useKeyWithClickEvents: the outline's buttons do the same
          <span
            key={bar.message}
            className={i === at ? 'is-current' : ''}
            title={`${bar.message}: ${formatCount(bar.tokens)} tokens (${tokenWords(bar.tokenParts)})`}
            onClick={() => onGo(bar.message)}
          >
            <i className={`dot-${bar.mark}`} style={{ height: `${Math.max(4, (bar.tokens / most) * 100)}%` }} />
          </span>
        ))}
      </div>
    </div>
  )
}
