import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Pin } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { navigate, queueShown } from '../../app/route.ts'
import { EmptyState, ErrorState, IconButton } from '../../widgets/index.ts'
import { fileOfStep, inOrderOfUse } from '../logic/choose-file.ts'
import { useReading } from '../reading-store.ts'
import type { Detail } from '../types.ts'
import { FileAtView } from './file-at-view.tsx'
import { filesQuery, type TouchedFile } from './files-query.ts'
import { TouchedFiles } from './touched-files.tsx'
import './files-tab.css'
import { LoadingLines } from './loading-lines.tsx'

/** The files the run touched, and one of them as it stood after a step: the one being read, or one that is held. */
export function FilesTab({ detail }: { detail: Detail }) {
  const api = useApi()
  const { data, error, refetch } = useQuery(filesQuery(api, detail.row.id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) {
    return <LoadingLines label="Loading the files" />
  }
  if (data.length === 0) return <EmptyState title="No files">No call of this run names a file that it shows or changes.</EmptyState>
  return <Files key={detail.row.id} detail={detail} files={inOrderOfUse(data)} />
}

function Files({ detail, files }: { detail: Detail; files: readonly TouchedFile[] }) {
  const reading = useReading(({ step }) => step)
  const [held, setHeld] = useState<number | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const step = held ?? reading
  const file = files.find(({ path }) => path === chosen) ?? fileOfStep(files, step)
  const last = detail.steps.length
  const goTo = (wanted: number) => {
    const message = detail.steps[wanted - 1]?.messageIndex
    if (held === null && message !== undefined)
      navigate({ screen: 'example', id: detail.row.id, message, queue: queueShown() }, { replace: true })
    else setHeld(wanted)
  }
  const before = file?.editSteps.findLast((one) => one < step)
  const after = file?.editSteps.find((one) => one > step)
  return (
    <div className="patch">
      <div className="evidence-tools">
        <span className="muted">After step</span>
        <IconButton
          label="Previous change of this file"
          icon={<ChevronLeft size={13} aria-hidden />}
          disabled={before === undefined}
          onClick={() => before !== undefined && goTo(before)}
        />
        <input
          type="range"
          className="step-slider"
          aria-label="Step"
          aria-valuetext={`after step ${step} of ${last}`}
          min={0}
          max={last}
          value={step}
          onChange={(event) => setHeld(Number(event.target.value))}
        />
        <IconButton
          label="Next change of this file"
          icon={<ChevronRight size={13} aria-hidden />}
          disabled={after === undefined}
          onClick={() => after !== undefined && goTo(after)}
        />
        <span className="mono">
          {step}
          <span className="faint"> / {last}</span>
        </span>
        <span className="grow" />
        <IconButton
          label={held === null ? 'Hold this step' : 'Follow the step being read'}
          icon={<Pin size={13} aria-hidden />}
          aria-pressed={held !== null}
          onClick={() => setHeld(held === null ? step : null)}
        />
      </div>
      <TouchedFiles files={files} chosen={file?.path ?? ''} step={step} last={last} onChoose={setChosen} />
      {file && <FileAtView id={detail.row.id} file={file} step={step} />}
    </div>
  )
}
