import { useCallback, useEffect, useMemo, useState } from 'react'
import { preloadExample } from '../app/preload-example.ts'
import { BulkDialog } from '../bulk/index.ts'
import type { ExampleRow } from '../state/use-decide.ts'
import { useRecipe } from '../state/use-recipe.ts'
import { useSettings } from '../state/use-settings.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { useView } from '../state/view-store.ts'
import { Button, EmptyState, ErrorState, Skeleton, SplitPanes } from '../widgets/index.ts'
import { blindReviewer, withoutTellingOrder } from './blind.ts'
import { BrowseHeader } from './browse-header.tsx'
import { CsvDialog } from './csv-dialog.tsx'
import { ExampleTable } from './example-table.tsx'
import { FacetSidebar } from './facet-sidebar.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { MeasuringBar } from './measuring-bar.tsx'
import { NothingOpen } from './nothing-open.tsx'
import { RowBar } from './row-bar.tsx'
import { tokenLimitOf } from './token-limit.ts'
import { useBrowseKeys } from './use-browse-keys.ts'
import { useColumns } from './use-columns.ts'
import { useTotal } from './use-rows.ts'
import './browse.css'

/** Every example: filters at the left, the table at the right. */
export function BrowseScreen() {
  const workspace = useWorkspace()
  useEffect(preloadExample, [])
  if (workspace.data?.counts.indexed === 0) return <NothingOpen title="Nothing to browse yet" />
  return (
    <SplitPanes
      name="browse"
      panes={[
        { id: 'facets', label: 'Filters', size: 232, min: 180, content: <FacetSidebar /> },
        { id: 'table', label: 'Table', size: 'rest', min: 320, content: <TablePanel counts={workspace.data?.counts ?? NO_COUNTS} /> },
      ]}
    />
  )
}

const NO_COUNTS = { indexed: 0, measured: 0 }

function TablePanel({ counts }: { counts: { indexed: number; measured: number } }) {
  const selection = useView((view) => view.selection)
  const sort = useView((view) => view.sort)
  const setSelection = useView((view) => view.setSelection)
  const page = useTotal(selection, sort)
  const choice = useColumns()
  const recipe = useRecipe().data
  const [isCsvOpen, setCsvOpen] = useState(false)
  const [cursorRow, setCursorRow] = useState<ExampleRow | null>(null)
  const followCursor = useCallback((row: ExampleRow | null) => {
    setCursorRow(row)
    if (row && useView.getState().cursor === null) useView.getState().setCursor(row.id)
  }, [])
  const blindFor = blindReviewer(useSettings().settings)
  const actions = useBrowseKeys(cursorRow, blindFor)
  const total = page.data?.total ?? null
  const tokenLimit = tokenLimitOf(recipe?.recipe.steps ?? [])
  const context = useMemo(() => ({ tokenLimit, blindFor }), [tokenLimit, blindFor])
  const columns = useMemo(() => (blindFor === null ? choice.columns : withoutTellingOrder(choice.columns)), [choice.columns, blindFor])
  return (
    <div className="panel">
      <BrowseHeader total={total} counts={counts} choice={choice} onCsv={() => setCsvOpen(true)} />
      {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {!page.isError && total === null && <TableSkeleton />}
      {!page.isError && total === 0 && (
        <EmptyState title="No example matches" action={<Button onClick={() => setSelection({})}>Clear all filters</Button>}>
          Take a filter away with its ×, or clear them all.
        </EmptyState>
      )}
      {!page.isError && total !== null && total > 0 && (
        <ExampleTable
          total={total}
          columns={columns}
          context={context}
          isBusy={page.isPlaceholderData}
          onResize={choice.resize}
          onCursorRow={followCursor}
        />
      )}
      {total !== null && total > 0 && <RowBar row={cursorRow} actions={actions} />}
      <MeasuringBar />
      <MeasureDialog />
      <BulkDialog />
      <CsvDialog isOpen={isCsvOpen} onClose={() => setCsvOpen(false)} total={total ?? 0} />
    </div>
  )
}

function TableSkeleton() {
  return (
    <div className="table-skeleton">
      <Skeleton lines={24} height={14} label="Loading the table" />
    </div>
  )
}
