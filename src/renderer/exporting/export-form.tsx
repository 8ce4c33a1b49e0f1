import { type FormEvent, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { useCapabilities } from '../api/use-host.ts'
import { askForFile } from '../open/file-dialog-store.ts'
import { startExporting } from '../state/work-store.ts'
import { Button, Field } from '../widgets/index.ts'
import { exportWords, whatIsMissing } from './plan-words.ts'
import type { ExportPreview, Plan, Target } from './types.ts'

/** Where to, and go. What leaves is what the screen shows: the host refuses when it would be something else by now. */
export function ExportForm({ plan, target, preview, isCurrent, isRunning }: ExportFormProps) {
  const api = useApi()
  const { saveDialog } = useCapabilities()
  const [typed, setTyped] = useState<string | null>(null)
  const out = typed ?? preview.suggestedOut
  const missing = whatIsMissing(plan, target, preview, out)
  const canStart = missing === null && isCurrent
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canStart) startExporting(api, { ...plan, out: out.trim(), expected: preview.chosenHash })
  }
  const choose = async () => {
    if (!saveDialog) return askForFile({ purpose: 'folder', onTake: setTyped })
    const folder = await saveDialog({ kind: 'folder', path: out })
    if (folder) setTyped(folder)
  }
  return (
    <form className="export-form" onSubmit={submit}>
      <Field
        label="Folder to write to"
        hint="Written aside and put in place when whole: stopped half way, nothing is left there."
        isMono
        value={out}
        title={out}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="export-go">
        <Button onClick={() => void choose()}>Choose</Button>
        <Button kind="primary" type="submit" className="grow" isBusy={isRunning || !isCurrent} disabled={missing !== null}>
          {exportWords(preview, target?.unit)}
        </Button>
      </div>
      {missing !== null && (
        <p className="export-missing" role="status">
          {missing}
        </p>
      )}
    </form>
  )
}

/** See {@link ExportForm}. `isCurrent`: the preview is of this plan, and nothing changed since. */
export interface ExportFormProps {
  plan: Plan
  target: Target | undefined
  preview: ExportPreview
  isCurrent: boolean
  isRunning: boolean
}
