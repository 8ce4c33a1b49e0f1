import type { ShareData } from './types.ts'

/** One bar: a share with its interval. */
export interface RateItem {
  key: string
  label: string
  share: ShareData
  /** CSS colour; default the keep token. */
  color?: string
}

/** Shares with their 95 % intervals and n: upright when few, lying when many. */
export interface RateBarsProps {
  items: readonly RateItem[]
  /** What the share is, for tooltips and screen readers: 'resolved'. */
  noun?: string
  /** Keys picked (the selection's facet); others are dimmed. None picked: none dimmed. */
  picked?: readonly string[]
  onPick?: (key: string) => void
  /** Px; longer lists scroll. Default 212. */
  height?: number
}

/** See {@link RateBarsProps}. */
export function RateBars(_props: RateBarsProps) {
  return <svg className="plot-svg" height={200} aria-hidden />
}
