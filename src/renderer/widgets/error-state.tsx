import { TriangleAlert } from 'lucide-react'
import { faultOf } from '../state/fault-of.ts'
import { Button } from './button.tsx'

/** A place that could not be filled: what failed, what to do, and another try. Takes whatever was thrown. */
export function ErrorState({ error, onRetry, isCompact = false }: { error: unknown; onRetry?: () => void; isCompact?: boolean }) {
  const fault = faultOf(error)
  return (
    <div className={isCompact ? 'state state-compact' : 'state'} role="alert">
      {!isCompact && <TriangleAlert size={22} className="state-alert" aria-hidden />}
      <p className="state-title">{fault.message}</p>
      {fault.culprit !== null && !fault.message.includes(fault.culprit) && <p className="state-text mono">{fault.culprit}</p>}
      {fault.remedy !== null && <p className="state-text">{fault.remedy}</p>}
      {onRetry && (
        <div className="state-action">
          <Button onClick={onRetry}>Try again</Button>
        </div>
      )}
    </div>
  )
}
