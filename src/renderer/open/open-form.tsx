import { FileText, FolderOpen } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useWork } from '../state/work-store.ts'
import { Button, Field } from '../widgets/index.ts'
import { useOpening } from './use-opening.ts'

/** Opens what is typed, or what is picked in a dialog. What could not be opened stays in the field, to be put right. */
export function OpenForm() {
  const [draft, setDraft] = useState<string | null>(null)
  const failed = useWork(({ adding }) => (adding?.state === 'failed' ? adding.subject : ''))
  const typed = draft ?? failed
  const { open, pick, pickWorkspace } = useOpening()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return
    open(typed.trim())
    setDraft(null)
  }
  return (
    <form className="open-form" onSubmit={submit}>
      <Field
        className="grow"
        label="Folder, file, pattern or address"
        isLabelHidden
        isMono
        placeholder="/data/open-swe-traces, runs/*.jsonl.gz, hf://datasets/nvidia/Open-SWE-Traces"
        value={typed}
        onChange={(event) => setDraft(event.target.value)}
      />
      <Button type="submit">Open</Button>
      <span className="open-rule" aria-hidden />
      <Button icon={<FolderOpen size={14} aria-hidden />} onClick={() => void pick('folder')}>
        Folder
      </Button>
      <Button icon={<FileText size={14} aria-hidden />} onClick={() => void pick('file')}>
        File
      </Button>
      <Button kind="ghost" onClick={() => void pickWorkspace()}>
        Workspace
      </Button>
    </form>
  )
}
