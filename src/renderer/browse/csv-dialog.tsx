import { type FormEvent, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { useCapabilities } from '../api/use-host.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { useView } from '../state/view-store.ts'
import { Button, Dialog, ErrorState, Field, formatCount, toast } from '../widgets/index.ts'

/** Writes the selection's analysis table to a file of this machine. */
export function CsvDialog({ isOpen, onClose, total }: { isOpen: boolean; onClose: () => void; total: number }) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Analysis table as CSV"
      description={`${formatCount(total)} rows of this selection, with every measure: the tutorial’s columns first.`}
    >
      <CsvForm onDone={onClose} />
    </Dialog>
  )
}

function CsvForm({ onDone }: { onDone: () => void }) {
  const api = useApi()
  const { saveDialog } = useCapabilities()
  const workspace = useWorkspace().data
  const selection = useView((view) => view.selection)
  const [path, setPath] = useState(workspace ? `${workspace.path}/analysis.csv` : '')
  const [state, setState] = useState<{ isBusy: boolean; error: unknown }>({ isBusy: false, error: null })
  const write = async (event: FormEvent) => {
    event.preventDefault()
    setState({ isBusy: true, error: null })
    try {
      const written = await api.measure.csv({ path, selection })
      toast({ text: `Wrote ${formatCount(written.rows)} rows and ${written.columns.length} columns to ${written.path}`, tone: 'keep' })
      onDone()
    } catch (error) {
      setState({ isBusy: false, error })
    }
  }
  const choose = async () => {
    const chosen = await saveDialog?.({ kind: 'file', path })
    if (chosen) setPath(chosen)
  }
  return (
    <form className="csv-form" onSubmit={(event) => void write(event)}>
      <Field label="File" isMono value={path} onChange={(event) => setPath(event.target.value)} />
      {state.error !== null && <ErrorState error={state.error} isCompact />}
      <div className="form-actions">
        {saveDialog && <Button onClick={() => void choose()}>Choose</Button>}
        <Button kind="primary" type="submit" isBusy={state.isBusy} disabled={path.trim() === ''}>
          Write the file
        </Button>
      </div>
    </form>
  )
}
