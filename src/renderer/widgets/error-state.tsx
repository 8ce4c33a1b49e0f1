import { TriangleAlert } from 'lucide-react'
import { faultOf } from '../state/fault-of.ts'
import { openLayer } from '../state/layer-store.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

/** A place that could not be filled: what failed, what to do, and another try; where a token may be missing, the way to it. Takes whatever was thrown. */
export function ErrorState({ error, onRetry, isCompact = false }: { error: unknown; onRetry?: () => void; isCompact?: boolean }) {
  const fault = faultOf(error)
  const isAboutToken = fault.kind === 'forbidden'
  const address = /https?:\/\/[^\s,)]*[^\s,.)]/.exec(fault.remedy ?? '')?.[0]
  return (
    <div className={isCompact ? 'state state-compact' : 'state'} role="alert">
      {!isCompact && <TriangleAlert size={22} className="state-alert" aria-hidden />}
      <p className="state-title">{fault.message}</p>
      {fault.culprit !== null && !fault.message.includes(fault.culprit) && <p className="state-text mono">{fault.culprit}</p>}
      {fault.remedy !== null && <p className="state-text">{fault.remedy}</p>}
      {(onRetry || isAboutToken) && (
        <div className="state-action">
          {onRetry && <Button onClick={onRetry}>Try again</Button>}
          {isAboutToken && (
            <Button kind="ghost" className="link-button" onClick={() => openLayer('settings-hub')}>
              Token settings
            </Button>
          )}
          {isAboutToken && address !== undefined && <CopyButton label="the address" text={address} />}
        </div>
      )}
    </div>
  )
}
