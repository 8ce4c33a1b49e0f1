import { type FormEvent, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { useCapabilities } from '../api/use-host.ts'
import { startExporting } from '../state/work-store.ts'
import { Button, Field, formatCounted } from '../widgets/index.ts'
import type { ExportPreview } from './leaving-parts.ts'

/** Where to, and go. */
export function ExportForm({ preview, isRunning }: { preview: ExportPreview; isRunning: boolean }) {
  const api = useApi()
  const { saveDialog } = useCapabilities()
  const [out, setOut] = useState(preview.suggestedOut)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startExporting(api, { target: preview.target, out: out.trim() })
  }
  const choose = async () => {
    const folder = await saveDialog?.({ kind: 'folder', path: out })
    if (folder) setOut(folder)
  }
  return (
    <form className="export-form" onSubmit={submit}>
      <Field
        className="grow"
        label="Folder to write to"
        hint="Files are written aside and put in place when all are whole; an export that stops half way leaves nothing."
        isMono
        value={out}
        onChange={(event) => setOut(event.target.value)}
      />
      {saveDialog && <Button onClick={() => void choose()}>Choose</Button>}
      <Button kind="primary" type="submit" isBusy={isRunning} disabled={out.trim() === '' || preview.leaving === 0}>
        Export {formatCounted(preview.leaving, 'example')}
      </Button>
    </form>
  )
}
