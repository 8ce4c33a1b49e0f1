import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Answers } from '../../api/api.ts'
import { useApi } from '../../api/use-api.ts'
import { useGoOn } from '../../app/use-go-on.ts'
import { Button, Dialog, ErrorState, formatCounted } from '../../widgets/index.ts'
import { focusOnMount } from '../focus-on-mount.ts'
import { openReview } from '../review-view.ts'
import { Figures } from './figures.tsx'
import { MergedReport } from './merged-report.tsx'
import { PathField } from './path-field.tsx'
import { useStreamed } from './use-streamed.ts'
import { WorkLine } from './work-line.tsx'

type OpenEvent = Answers['pack']['open'] extends AsyncIterable<infer Event> ? Event : never
type Opened = Extract<OpenEvent, { kind: 'done' }>['result']

const close = () => openReview(null)

/** Takes in the examples somebody sent, with their recipe and their decisions. */
export function OpenPackDialog() {
  return (
    <Dialog
      isOpen
      onClose={close}
      look="wide"
      title="Open a review pack"
      description="Its examples come into this workspace as a queue. Its recipe is applied where none has been; its decisions, if it has any, are merged."
    >
      <OpenForm />
    </Dialog>
  )
}

function OpenForm() {
  const api = useApi()
  const client = useQueryClient()
  const [path, setPath] = useState('')
  const work = useStreamed<OpenEvent>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (path.trim() === '' || work.state === 'running') return
    await work.start((signal) => api.pack.open({ path: path.trim() }, { signal }))
    await client.invalidateQueries()
  }
  if (work.state === 'done' && work.latest?.kind === 'done') return <OpenedReport opened={work.latest.result} />
  return (
    <form className="review-form" onSubmit={(event) => void submit(event)}>
      <PathField label="Review pack" purpose="pack" value={path} onChange={setPath} />
      {work.state === 'failed' && <ErrorState error={work.error} isCompact />}
      {work.state === 'running' && (
        <WorkLine verb="Reading" progress={work.latest?.kind === 'progress' ? work.latest : null} onCancel={work.cancel} />
      )}
      <div className="form-actions">
        <span className="grow" />
        <Button onClick={close}>Close</Button>
        <Button kind="primary" type="submit" keys="Enter" isBusy={work.state === 'running'} disabled={path.trim() === ''}>
          Open the pack
        </Button>
      </div>
    </form>
  )
}

/** Rejected rows named at most. */
const SHOWN = 5

function OpenedReport({ opened }: { opened: Opened }) {
  const goOn = useGoOn()
  const { queue, rejected, recipe } = opened
  const start = (id: string) => {
    close()
    void goOn(id, 'the pack')
  }
  return (
    <div className="review-form">
      <Figures
        label="Examples"
        figures={[
          ['examples', opened.examples],
          ['here already', opened.same],
          ['rejected', rejected.length || null],
        ]}
      />
      {rejected.length > 0 && (
        <ul className="conflicts" aria-label="Rejected rows">
          {rejected.slice(0, SHOWN).map(({ where, reason }) => (
            <li key={`${where} ${reason}`}>
              <span className="mono">{where}</span> {reason}
            </li>
          ))}
          {rejected.length > SHOWN && <li className="muted">and {formatCounted(rejected.length - SHOWN, 'more row', 'more rows')}</li>}
        </ul>
      )}
      <p className="muted">
        {recipe.isApplied
          ? `The recipe “${recipe.name}” was applied.`
          : `Its recipe “${recipe.name}” was not applied: the one in force stays.`}
      </p>
      {opened.merged && <MergedReport merged={opened.merged} />}
      <div className="form-actions">
        <Button ref={queue === null ? focusOnMount : null} onClick={close}>
          Close
        </Button>
        {queue !== null && (
          <Button kind="primary" ref={focusOnMount} onClick={() => start(queue)}>
            Begin its queue
          </Button>
        )}
      </div>
    </div>
  )
}
