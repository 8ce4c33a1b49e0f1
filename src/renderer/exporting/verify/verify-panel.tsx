import { type FormEvent, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { askForFile } from '../../open/file-dialog-store.ts'
import { Button, ErrorState, Field, ProgressBar } from '../../widgets/index.ts'
import { VerifiedView } from './verified-view.tsx'
import { startVerifying, useVerifying, type Verifying } from './verify-store.ts'
import './verify.css'

/** See {@link VerifyPanel}. */
export interface VerifyPanelProps {
  /** The folder offered first: the export made last, or the one chosen in the history. */
  dir: string
}

/** Verifies an export's folder: one of the history, or any. */
export function VerifyPanel({ dir: offered }: VerifyPanelProps) {
  const api = useApi()
  const verifying = useVerifying((state) => state.verifying)
  const [dir, setDir] = useState(offered)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void startVerifying(api, dir.trim())
  }
  return (
    <div className="verify">
      <form className="verify-form" onSubmit={submit}>
        <Field
          className="grow"
          label="Folder of an export"
          hint="Its files are read and nothing is changed. Where this workspace made it, every row is made anew and compared."
          isMono
          value={dir}
          onChange={(event) => setDir(event.target.value)}
        />
        <Button onClick={() => askForFile({ purpose: 'folder', onTake: setDir })}>Choose</Button>
        <Button type="submit" kind="primary" isBusy={verifying?.kind === 'running'} disabled={dir.trim() === ''}>
          Verify
        </Button>
      </form>
      {verifying?.dir === dir.trim() && <VerifyState verifying={verifying} />}
      {verifying?.kind === 'running' && verifying.dir !== dir.trim() && <p className="muted">Verifying {verifying.dir}.</p>}
    </div>
  )
}

function VerifyState({ verifying }: { verifying: Verifying }) {
  switch (verifying.kind) {
    case 'running':
      return (
        <section className="verify-going" aria-label="Verifying">
          <span className="grow cut mono">{verifying.step?.file ?? 'manifest.json'}</span>
          <ProgressBar done={verifying.step?.done ?? 0} total={verifying.step?.total || null} label="Verified" />
          <Button onClick={verifying.cancel}>Cancel</Button>
        </section>
      )
    case 'done':
      return <VerifiedView result={verifying.result} />
    case 'stopped':
      return <p className="muted">Stopped; nothing is proved.</p>
    case 'failed':
      return <ErrorState error={verifying.error} isCompact />
  }
}
