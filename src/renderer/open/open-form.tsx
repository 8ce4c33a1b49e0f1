import { FileText, FolderOpen } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useWorkspace } from '../state/use-workspace.ts'
import { useWork } from '../state/work-store.ts'
import { Button, Field } from '../widgets/index.ts'
import { offerHubAddress, readHubAddress } from './hub-address.ts'
import { addInputOf, choiceFor, choiceOf, type HubChoice, seedError, takeError } from './hub-choice.ts'
import { HubPanel } from './hub-panel.tsx'
import { useOpening } from './use-opening.ts'

/**
 * Opens what is typed, or what is picked in a dialog: a path at once, a dataset of the Hub after the panel below has said how much of it.
 * What could not be opened stays in the field, to be put right.
 */
export function OpenForm() {
  const [draft, setDraft] = useState<string | null>(null)
  const [chosen, setChosen] = useState<HubChoice | null>(null)
  const failed = useWork(({ adding }) => (adding?.state === 'failed' ? adding.input : null))
  const isBusy = useWork(({ adding }) => adding?.state === 'running')
  const hub = useWorkspace().data?.hub
  const { open, pick, pickWorkspace } = useOpening()
  const typed = draft ?? failed?.source ?? ''
  const target = readHubAddress(typed, hub?.url ?? '')
  const offered = target ? null : offerHubAddress(typed)
  const choice = chosen ?? (target && (failed?.source === target.source ? choiceOf(failed) : choiceFor(target)))
  const type = (words: string) => {
    setDraft(words)
    setChosen(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '' || isBusy) return
    if (target && choice) {
      if (takeError(choice) ?? seedError(choice)) return
      open(addInputOf(target.source, choice))
    } else open({ source: typed.trim() })
    setDraft(null)
    setChosen(null)
  }
  return (
    <form className="open-form" onSubmit={submit}>
      <Field
        className="grow"
        label="Folder, file, pattern or address"
        isLabelHidden
        isMono
        placeholder="hf://datasets/OWNER/NAME, a folder, a file, runs/*.jsonl.gz"
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      {!target && <Button type="submit">Open</Button>}
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
      {offered && (
        <p className="open-offer">
          A dataset of the Hub?
          <Button kind="ghost" className="link-button" onClick={() => type(offered)}>
            Use <span className="mono">{offered}</span>
          </Button>
        </p>
      )}
      {target && choice && <HubPanel source={target.source} choice={choice} isBusy={isBusy} onChange={setChosen} />}
    </form>
  )
}
