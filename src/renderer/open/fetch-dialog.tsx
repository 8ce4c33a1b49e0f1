import { useApi } from '../api/use-api.ts'
import { useSettings } from '../state/use-settings.ts'
import { startAdding } from '../state/work-store.ts'
import { Button, Dialog, formatBytes, formatCounted } from '../widgets/index.ts'
import { type Source, wholeStep } from './source-state.ts'

/** Asks before every row of a Hub source is fetched; null is closed. */
export function FetchDialog({ source, onClose }: { source: Source | null; onClose: () => void }) {
  const api = useApi()
  const { settings } = useSettings()
  const step = source && wholeStep(source)
  const fetchAll = () => {
    onClose()
    if (step) startAdding(api, step.input)
  }
  return (
    <Dialog
      isOpen={source !== null}
      onClose={onClose}
      title="Fetch everything"
      description={source && fetchWords(source, settings.cacheBytes)}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" data-first-focus onClick={fetchAll}>
            Fetch everything
          </Button>
        </>
      }
    >
      <span className="mono">{source?.uri}</span>
    </Dialog>
  )
}

function fetchWords(source: Source, cacheBytes: number): string {
  const missing = source.examples - source.bodies
  const what = source.isIndexed ? `${formatCounted(missing, 'row')} are not here yet. They are` : 'Every row that is not here yet is'
  return `${what} fetched from the Hub, stored and measured, which may take hours. Up to ${formatBytes(cacheBytes)} stay on this disk, as the settings say; what was fetched so far is never fetched again. It can be cancelled and goes on where it stopped.`
}
