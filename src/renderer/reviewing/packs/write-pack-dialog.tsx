import { type FormEvent, useState } from 'react'
import type { Answers } from '../../api/api.ts'
import { useApi } from '../../api/use-api.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button, Checkbox, CopyButton, Dialog, ErrorState, formatBytes, formatCounted, RadioLine, Select } from '../../widgets/index.ts'
import { focusOnMount } from '../focus-on-mount.ts'
import { type PackDraft, packInputOf, packPath } from '../logic/pack-draft.ts'
import { openReview } from '../review-view.ts'
import { useQueues } from '../use-queues.ts'
import { useShown } from '../use-shown.ts'
import { PathField } from './path-field.tsx'
import { useStreamed } from './use-streamed.ts'
import { WorkLine } from './work-line.tsx'

type MakeEvent = Answers['pack']['make'] extends AsyncIterable<infer Event> ? Event : never

const close = () => openReview(null)

/** Writes examples and recipe to one file for somebody elsewhere, or one's own ledger to send back. `queue` is what was asked from. */
export function WritePackDialog({ queue }: { queue: string | null }) {
  return (
    <Dialog
      isOpen
      onClose={close}
      look="wide"
      title="Write a review pack"
      description="One file with examples and the recipe in force. Whoever opens it in Winnow, offline too, has a queue of them."
    >
      <WriteForm queue={queue} />
    </Dialog>
  )
}

function WriteForm({ queue }: { queue: string | null }) {
  const api = useApi()
  const queues = useQueues().data ?? []
  const shown = useShown()
  const workspace = useWorkspace().data
  const [draft, setDraft] = useState<PackDraft>({ what: queue === null ? 'selection' : 'queue', queue, withLedger: false })
  const [typed, setTyped] = useState<string | null>(null)
  const work = useStreamed<MakeEvent>()
  const put = (part: Partial<PackDraft>) => setDraft((now) => ({ ...now, ...part }))
  const chosen = queues.find(({ id }) => id === draft.queue) ?? queues[0]
  const path = typed ?? packPath(workspace?.path ?? '', draft.what === 'queue' ? (chosen?.definition.name ?? '') : (workspace?.name ?? ''))
  const input = packInputOf({ ...draft, queue: chosen?.id ?? null }, shown.selection, path)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (input && work.state !== 'running') void work.start((signal) => api.pack.make(input, { signal }))
  }
  if (work.state === 'done' && work.latest?.kind === 'done') return <Written made={work.latest.result} />
  return (
    <form className="review-form" onSubmit={submit}>
      <fieldset className="review-choices">
        <legend>What goes in</legend>
        <div className="review-choices-lines">
          {queues.length > 0 && (
            <RadioLine
              name="pack-what"
              isOn={draft.what === 'queue'}
              onChoose={() => put({ what: 'queue' })}
              title="The examples of a queue"
              help="In its order"
            >
              <Select
                className="pack-queue"
                label="Queue"
                options={queues.map(({ id, definition, total }) => ({ value: id, text: `${definition.name} · ${total}` }))}
                value={chosen?.id ?? ''}
                onChange={(id) => put({ queue: id, what: 'queue' })}
              />
            </RadioLine>
          )}
          <RadioLine
            name="pack-what"
            isOn={draft.what === 'selection'}
            onChoose={() => put({ what: 'selection' })}
            title={`What Browse shows: ${shown.count === null ? '' : formatCounted(shown.count, 'example')}`}
            help={shown.words || 'No filter is on'}
          />
          <RadioLine
            name="pack-what"
            isOn={draft.what === 'ledger'}
            onChoose={() => put({ what: 'ledger' })}
            title="Only the ledger"
            help="To send back what was decided: small, without examples"
          />
        </div>
      </fieldset>
      <Checkbox
        isOn={draft.withLedger || draft.what === 'ledger'}
        isDisabled={draft.what === 'ledger'}
        onChange={(withLedger) => put({ withLedger })}
      >
        With the decisions made so far <span className="muted">· leave them out for a blind second opinion</span>
      </Checkbox>
      <PathField label="File to write" hint="On the machine Winnow runs on" purpose="folder" value={path} onChange={setTyped} />
      {work.state === 'failed' && <ErrorState error={work.error} isCompact />}
      {work.state === 'running' && (
        <WorkLine verb="Writing" progress={work.latest?.kind === 'progress' ? work.latest : null} onCancel={work.cancel} />
      )}
      <div className="form-actions">
        <span className="grow" />
        <Button onClick={close}>Close</Button>
        <Button kind="primary" type="submit" keys="Enter" isBusy={work.state === 'running'} disabled={input === null}>
          Write the pack
        </Button>
      </div>
    </form>
  )
}

function Written({ made }: { made: Extract<MakeEvent, { kind: 'done' }>['result'] }) {
  return (
    <div className="review-form">
      <p role="status">
        <b>
          ✓ Wrote {formatCounted(made.examples, 'example')} and {formatCounted(made.entries, 'ledger entry', 'ledger entries')}
        </b>
        , {formatBytes(made.bytes)}
      </p>
      <p className="pack-path">
        <span className="mono">{made.path}</span> <CopyButton label="the path" text={made.path} />
      </p>
      {made.notHere > 0 && (
        <p className="muted">{formatCounted(made.notHere, 'example')} left out: their rows are not here. Fetch them in Browse first.</p>
      )}
      <div className="form-actions">
        <Button kind="primary" ref={focusOnMount} onClick={close}>
          Close
        </Button>
      </div>
    </div>
  )
}
