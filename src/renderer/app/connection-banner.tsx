import { PlugZap } from 'lucide-react'
import { useHostState } from '../api/use-host.ts'

/** Says that the host is away; the screens stay as they were and come alive when it is back. */
export function ConnectionBanner() {
  const state = useHostState()
  if (state.kind === 'ready') return null
  return (
    <div className="connection-banner" role="alert">
      <PlugZap size={15} aria-hidden />
      <b>Connection lost</b>
      <span className="cut">{state.kind === 'lost' ? state.reason : 'Connecting again'}</span>
      <span className="grow" />
      <span className="faint">trying again by itself; whatever was answered is saved</span>
    </div>
  )
}
