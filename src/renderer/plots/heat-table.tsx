import type { ShareData } from './types.ts'

/** A share where two dimensions meet. */
export interface HeatCell {
  row: string
  column: string
  share: ShareData
}

/** Rates by two dimensions. A missing cell says that it has too few. */
export interface HeatTableProps {
  rows: readonly { key: string; label: string }[]
  columns: readonly { key: string; label: string }[]
  cells: readonly HeatCell[]
  /** 'resolved' */
  noun?: string
  /** What an empty cell says in the tooltip: 'fewer than 25 labelled'. */
  emptyText?: string
  onPick?: (row: string, column: string) => void
  /** Px; longer lists scroll. Default as many rows as there are. */
  height?: number
}

/** See {@link HeatTableProps}. */
export function HeatTable(_props: HeatTableProps) {
  return <svg className="plot-svg" height={200} aria-hidden />
}
