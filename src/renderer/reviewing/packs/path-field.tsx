import { useCapabilities } from '../../api/use-host.ts'
import { askForFile } from '../../open/file-dialog-store.ts'
import { Button, Field } from '../../widgets/index.ts'

/** A path on the machine the engine runs on: typed, or chosen in the system's dialog, else in the page's own. */
export function PathField({ label, hint, purpose, value, onChange }: PathFieldProps) {
  const { openDialog, saveDialog } = useCapabilities()
  // A pack or a folder may be a ledger, and the system's dialog shows either one or the other: the page's own has both.
  const ask = () => {
    if (purpose === 'folder') return saveDialog?.({ kind: 'file', path: value })
    return purpose === 'pack' ? openDialog?.('pack') : undefined
  }
  const choose = async () => {
    const chosen = await ask()
    if (chosen) onChange(chosen)
    else if (chosen === undefined) askForFile({ purpose, onTake: (path) => onChange(purpose === 'folder' ? inFolder(path, value) : path) })
  }
  return (
    <div className="path-field">
      <Field
        className="grow"
        label={label}
        hint={hint}
        isMono
        value={value}
        data-first-focus
        onChange={(event) => onChange(event.target.value)}
      />
      <Button onClick={() => void choose()}>Choose</Button>
    </div>
  )
}

/** The file keeps its name in the folder that was chosen. */
function inFolder(folder: string, file: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  return `${folder.replace(/[\\/]$/, '')}${separator}${file.split(/[\\/]/).at(-1) ?? ''}`
}

/** See {@link PathField}. `folder` is where a file is written; `ledger` a pack or another workspace's folder. */
export interface PathFieldProps {
  label: string
  hint?: string
  purpose: 'pack' | 'ledger' | 'folder'
  value: string
  onChange: (path: string) => void
}
