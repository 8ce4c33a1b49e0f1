import { TriangleAlert } from 'lucide-react'
import { ErrorState, formatCount, formatPercent, Skeleton } from '../widgets/index.ts'
import { ExportForm } from './export-form.tsx'
import type { Plan, Target } from './types.ts'
import type { PreviewHere } from './use-preview.ts'

/** What the plan comes to, always in sight: how many, in which splits, what to know first, where to, and go. */
export function SummaryPanel({ plan, target, here, isRunning }: SummaryPanelProps) {
  const { preview, isCurrent, error, lookAgain } = here
  return (
    <aside className="summary" aria-label="What will be exported">
      {error && <ErrorState error={error} onRetry={lookAgain} isCompact />}
      {!preview && !error && <Skeleton lines={5} height={20} label="Counting what leaves" />}
      {preview && (
        <>
          <div className="summary-figure" aria-busy={!isCurrent}>
            <b>{formatCount(preview.chosen)}</b>
            <span className="muted">
              {target?.unit === 'pair'
                ? preview.chosen === 1
                  ? 'pair leaves'
                  : 'pairs leave'
                : `of ${formatCount(preview.leaving)} examples that may leave`}
              <br />
              {isCurrent ? (target?.title ?? plan.target) : 'counting'}
            </span>
          </div>
          {preview.splits && (
            <dl className="summary-splits">
              {preview.splits.rows.map(({ split, examples, share }) => (
                <div key={split}>
                  <dt>{split}</dt>
                  <dd className="number">{formatCount(examples)}</dd>
                  <dd className="number faint">{formatPercent(share)}</dd>
                </div>
              ))}
            </dl>
          )}
          {preview.warnings.length > 0 && <Warnings warnings={preview.warnings} />}
          <ExportForm
            key={preview.suggestedOut}
            plan={plan}
            target={target}
            preview={preview}
            isCurrent={isCurrent && !error}
            isRunning={isRunning}
          />
        </>
      )}
    </aside>
  )
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  return (
    <ul className="summary-warnings" aria-label="To know first">
      {warnings.map((warning) => (
        <li key={warning} className="warning">
          <TriangleAlert size={14} aria-hidden />
          {warning}
        </li>
      ))}
    </ul>
  )
}

/** See {@link SummaryPanel}. */
export interface SummaryPanelProps {
  plan: Plan
  target: Target | undefined
  here: PreviewHere
  isRunning: boolean
}
