import { useMemo, useSyncExternalStore } from 'react'
import { useLayout } from '../state/use-layout.ts'
import { useMeasures } from '../state/use-measures.ts'
import { allColumns, type Column, DEFAULT_COLUMNS, NARROW_COLUMNS } from './table-columns.tsx'

type Stored = { ids: string[]; widths: Record<string, number> }

const LEAST_WIDTH = 48

/** The table's columns as this person has them. */
export interface ColumnChoice {
  /** On show, in order, with their widths. */
  columns: readonly Column[]
  all: readonly Column[]
  toggle: (id: string) => void
  resize: (id: string, width: number) => void
  reset: () => void
}

/** Below this the verdict and the decision would lie beyond the right edge. */
const NARROW = window.matchMedia('(max-width: 1279px)')

function useNarrow(): boolean {
  return useSyncExternalStore(watchNarrow, () => NARROW.matches)
}

function watchNarrow(listener: () => void): () => void {
  NARROW.addEventListener('change', listener)
  return () => NARROW.removeEventListener('change', listener)
}

/** The columns on show and every one there is; choices and widths are remembered. */
export function useColumns(): ColumnChoice {
  const { measures } = useMeasures()
  const isNarrow = useNarrow()
  const [chosen, store] = useLayout<Stored | null>('browse.columns', null, readStored)
  const stored = useMemo(() => chosen ?? { ids: [...(isNarrow ? NARROW_COLUMNS : DEFAULT_COLUMNS)], widths: {} }, [chosen, isNarrow])
  const all = useMemo(() => allColumns(measures), [measures])
  const columns = useMemo(
    () =>
      stored.ids.flatMap((id) => {
        const column = all.find((one) => one.id === id)
        return column ? [{ ...column, width: stored.widths[id] ?? column.width }] : []
      }),
    [all, stored],
  )
  return {
    columns,
    all,
    toggle: (id) => store({ ...stored, ids: toggled(stored.ids, id) }),
    resize: (id, width) => store({ ...stored, widths: { ...stored.widths, [id]: Math.max(LEAST_WIDTH, Math.round(width)) } }),
    reset: () => store(null),
  }
}

/** The last column stays: a table without columns shows nothing. */
function toggled(ids: readonly string[], id: string): string[] {
  if (!ids.includes(id)) return [...ids, id]
  return ids.length === 1 ? [...ids] : ids.filter((one) => one !== id)
}

function readStored(value: unknown): Stored | null {
  if (typeof value !== 'object' || value === null) return null
  const { ids, widths } = value as Partial<Record<keyof Stored, unknown>>
  if (!Array.isArray(ids) || ids.length === 0 || typeof widths !== 'object' || widths === null) return null
  return { ids: ids.filter((id) => typeof id === 'string'), widths: widths as Record<string, number> }
}
