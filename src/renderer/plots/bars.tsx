/** One bar: a value, of which a part is drawn in another colour. */
export interface BarItem {
  key: string
  label: string
  value: number
  /** At most `value`. */
  part?: number
  /** What stands at the bar's end: '3.1 % err'. Default the value. */
  text?: string
  /** More for the tooltip, a line each. */
  lines?: readonly string[]
  color?: string
}

/** Lying bars, the longest full width. */
export interface BarsProps {
  items: readonly BarItem[]
  /** 'calls' */
  noun: string
  /** 'failed' */
  partNoun?: string
  picked?: readonly string[]
  onPick?: (key: string) => void
  /** Px; longer lists scroll. Default as many rows as there are. */
  height?: number
}

/** See {@link BarsProps}. */
export function Bars(_props: BarsProps) {
  return <svg className="plot-svg" height={200} aria-hidden />
}
