import { useHostState } from '../api/use-host.ts'
import { EmptyState, useLate } from '../widgets/index.ts'
import { Logo } from './logo.tsx'

/** What is seen before the first connection: nothing for a moment, then what is being waited for. */
export function Connecting() {
  const state = useHostState()
  const isLate = useLate(state.kind === 'connecting', 400)
  if (state.kind === 'lost') {
    return (
      <main className="connecting" role="alert">
        <EmptyState title="Winnow is not reachable" icon={<Logo size={36} />}>
          {state.reason}
        </EmptyState>
      </main>
    )
  }
  return (
    <main className="connecting" aria-busy="true">
      {isLate && <EmptyState title="Starting the workbench" icon={<Logo size={36} />} />}
    </main>
  )
}
