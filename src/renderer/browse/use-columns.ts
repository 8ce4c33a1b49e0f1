import { useMemo } from 'react'
import { useLayout } from '../state/use-layout.ts'
import { useMeasures } from '../state/use-measures.ts'
import { allColumns, type Column, DEFAULT_COLUMNS } from './table-columns.tsx'

type Stored = { ids: string[]; widths: Record<string, number> }

const INITIAL: Stored = { ids: [...DEFAULT_COLUMNS], widths: {} }
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

/** The columns on show and every one there is; choices and widths are remembered. */
export function useColumns(): ColumnChoice {
  const { measures } = useMeasures()
  const [stored, store] = useLayout<Stored>('browse.columns', INITIAL, readStored)
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
    reset: () => store(INITIAL),
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
