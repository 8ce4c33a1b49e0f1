import type { GroupLook } from './types.ts'

/** One line of "what fits": a window and for each group the share that fits, 0 to 1, null of nothing. */
export interface ShareRow {
  key: string
  /** '8k' */
  label: string
  shares: readonly (number | null)[]
}

/** Shares on a track, for one or several groups a row. */
export interface ShareBarsProps {
  rows: readonly ShareRow[]
  /** One for each share of a row; see looksOf. */
  groups: readonly GroupLook[]
  /** 'fit' */
  noun: string
  onPick?: (key: string) => void
  /** Px; longer lists scroll. Default as many rows as there are. */
  height?: number
}

/** See {@link ShareBarsProps}. */
export function ShareBars(_props: ShareBarsProps) {
  return <svg className="plot-svg" height={200} aria-hidden />
}
