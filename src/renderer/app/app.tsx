import { ApiProvider } from '../api/api-provider.tsx'
import type { Host } from '../api/connect.ts'
import { TooltipProvider } from '../widgets/index.ts'
import { Connecting } from './connecting.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Frame } from './frame.tsx'

/** The whole page, over one host. */
export function App({ host }: { host: Host }) {
  return (
    <ErrorBoundary>
      <ApiProvider host={host} fallback={<Connecting />}>
        <TooltipProvider>
          <Frame />
        </TooltipProvider>
      </ApiProvider>
    </ErrorBoundary>
  )
}
