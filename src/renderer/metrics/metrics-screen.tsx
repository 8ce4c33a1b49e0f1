import { MeasureDialog } from '../browse/measure-dialog.tsx'
import { MeasuringBar } from '../browse/measuring-bar.tsx'
import { NothingOpen } from '../browse/nothing-open.tsx'
import { askToMeasure } from '../state/measure-question.ts'
import { useMeasures } from '../state/use-measures.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { useView } from '../state/view-store.ts'
import { useWork } from '../state/work-store.ts'
import { Button, EmptyState, formatCounted } from '../widgets/index.ts'
import { Figures } from './figures.tsx'
import { MetricsHeader } from './metrics-header.tsx'
import { PanelGrid } from './panel-grid.tsx'
import { useMetricsKeys } from './use-metrics-keys.ts'
import { useScope } from './use-scope.ts'
import { useOverview } from './use-stats.ts'
import './metrics.css'

/** Every number a curator decides by, of the selection or of everything; each drawing narrows the others. */
export function MetricsScreen() {
  const workspace = useWorkspace()
  if (workspace.data?.counts.indexed === 0) return <NothingOpen title="Nothing to measure yet" />
  return <Metrics />
}

function Metrics() {
  const { selection } = useScope()
  const { measures } = useMeasures()
  const overview = useOverview({ selection })
  useMetricsKeys()
  const counts = overview.data?.answer ?? null
  const isNone = counts !== null && counts.examples === 0
  const isMeasured = counts === null || counts.measured > 0
  return (
    <div className="panel">
      <MetricsHeader counts={counts} />
      <div className="scroll metrics" data-area>
        {isNone ? (
          <NoMatch />
        ) : (
          <div className="metrics-grid">
            <Figures asked={overview} />
            {!isMeasured && <NotMeasured examples={counts.examples} />}
            {measures.length > 0 && <PanelGrid measures={measures} isMeasured={isMeasured} />}
          </div>
        )}
      </div>
      <MeasuringBar />
      <MeasureDialog />
    </div>
  )
}

function NoMatch() {
  const { setSelection } = useView()
  return (
    <EmptyState title="No example matches" action={<Button onClick={() => setSelection({})}>Clear all filters</Button>}>
      Take a filter away with its ×, or clear them all.
    </EmptyState>
  )
}

function NotMeasured({ examples }: { examples: number }) {
  const isRunning = useWork(({ measuring }) => measuring?.state === 'running')
  return (
    <div className="not-measured">
      <EmptyState
        title="Nothing is measured yet"
        action={
          <Button kind="primary" keys="m" isBusy={isRunning} onClick={askToMeasure}>
            Measure this selection
          </Button>
        }
      >
        {formatCounted(examples, 'example')} here are only indexed: their rows have not been fetched. Labels, languages, harnesses and
        models are known already and drawn below; everything else follows as rows are measured.
      </EmptyState>
    </div>
  )
}
