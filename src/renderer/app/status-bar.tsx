import { useHostState } from '../api/use-host.ts'
import { type Job, useJobs } from '../state/jobs-store.ts'
import { cancelWork, useRunning } from '../state/running-work.ts'
import type { Workspace } from '../state/use-workspace.ts'
import { ariaKeys, formatBytes, formatCount, formatCounted, formatDuration, ProgressBar } from '../widgets/index.ts'

/** Where the workspace stands, and what is being worked on. */
export function StatusBar({ workspace }: { workspace: Workspace | undefined }) {
  const { jobs } = useJobs()
  const isOurs = useRunning(({ running }) => running.length > 0)
  const isLost = useHostState().kind !== 'ready'
  const counts = workspace?.counts
  return (
    <footer className="status-bar">
      {counts && (
        <span className="status-counts">
          <span>{formatCount(counts.indexed)} indexed</span>
          <span>{formatCount(counts.measured)} measured</span>
          <span className="status-keep">○ {formatCount(counts.keep)} keep</span>
          <span className="status-drop">○ {formatCount(counts.drop)} drop</span>
          <span className="status-human">● {formatCount(counts.decided)} decided by people</span>
          {counts.rejected > 0 && <a href="#/open">{formatCounted(counts.rejected, 'row')} rejected</a>}
        </span>
      )}
      <span className="grow" />
      {isLost && <span className="status-drop">not connected</span>}
      {jobs.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
      {jobs.length > 0 && isOurs && (
        <button type="button" className="status-cancel" aria-keyshortcuts={ariaKeys(['Escape'])} onClick={cancelWork}>
          Esc cancels
        </button>
      )}
    </footer>
  )
}

function JobLine({ job }: { job: Job }) {
  const left = job.total !== null && job.rate ? (job.total - job.done) / job.rate : null
  const isBytes = job.unit === 'bytes'
  const amount = isBytes ? formatBytes : formatCount
  const parts = [
    `${job.label} ${amount(job.done)}${job.total === null ? '' : ` / ${amount(job.total)}`}`,
    job.rate ? `${amount(job.rate)}${isBytes ? '' : ` ${job.unit}`}/s` : null,
    left === null || left < 0 ? null : `${formatDuration(left)} left`,
  ]
  return (
    <span className="status-job">
      {parts.filter(Boolean).join(' · ')}
      <ProgressBar done={job.done} total={job.total} label={job.label} />
    </span>
  )
}
