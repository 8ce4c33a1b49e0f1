import { CircleSlash, TriangleAlert } from 'lucide-react'
import { useCapabilities } from '../api/use-host.ts'
import { dismissWork, type ExportEvent, type Exporting } from '../state/work-store.ts'
import { Button, CopyButton, ErrorState, formatBytes, formatCount, formatCounted, ProgressBar } from '../widgets/index.ts'

type Result = Extract<ExportEvent, { kind: 'done' }>['result']

/** How the export is doing, and what came of it. */
export function ExportProgress({ work }: { work: Exporting }) {
  const progress = work.latest?.kind === 'progress' ? work.latest : null
  switch (work.state) {
    case 'running':
      return (
        <section className="outcome" aria-label="Exporting">
          <span className="grow">
            <b>Writing</b> <span className="mono">{progress?.file ?? work.input.out}</span>
            <span className="outcome-note">
              {progress && `${formatCount(progress.done)} of ${formatCounted(progress.total, 'example')}`}
            </span>
          </span>
          <ProgressBar done={progress?.done ?? 0} total={progress?.total ?? null} label="Examples written" />
          <Button keys="Escape" onClick={work.cancel}>
            Cancel
          </Button>
        </section>
      )
    case 'done':
      return work.latest?.kind === 'done' ? <Written result={work.latest.result} /> : null
    case 'cancelled':
      return (
        <section className="outcome" aria-label="Export stopped">
          <CircleSlash size={16} aria-hidden />
          <span className="grow">Stopped. Nothing was written to {work.input.out}.</span>
          <Dismiss />
        </section>
      )
    case 'failed':
      return (
        <section className="outcome outcome-failed" aria-label="Export failed">
          <TriangleAlert size={16} aria-hidden />
          <ErrorState error={work.error} isCompact />
          <span className="grow" />
          <Dismiss />
        </section>
      )
  }
}

function Written({ result }: { result: Result }) {
  const { revealInFolder } = useCapabilities()
  return (
    <section className="written" aria-label="Exported">
      <header className="written-head">
        <b>✓ {formatCounted(result.examples, 'example')} exported</b>
        <span className="mono muted cut">{result.out}</span>
        <CopyButton label="the folder" text={result.out} />
        <span className="grow" />
        {revealInFolder && <Button onClick={() => void revealInFolder(result.out)}>Show in folder</Button>}
        <Dismiss />
      </header>
      <table className="written-files">
        <thead>
          <tr>
            <th>File</th>
            <th className="number">Size</th>
            <th>sha256</th>
            <th>
              <span className="visually-hidden">Copy</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {result.files.map((file) => (
            <tr key={file.path}>
              <td className="mono">{file.path.split(/[\\/]/).at(-1)}</td>
              <td className="number">{formatBytes(file.bytes)}</td>
              <td className="mono faint cut" title={file.sha256}>
                {file.sha256}
              </td>
              <td>
                <CopyButton label={`the sha256 of ${file.path.split(/[\\/]/).at(-1)}`} text={file.sha256} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.warnings.map((warning) => (
        <p key={warning} className="warning">
          <TriangleAlert size={14} aria-hidden />
          {warning}
        </p>
      ))}
    </section>
  )
}

function Dismiss() {
  return (
    <Button kind="ghost" onClick={() => dismissWork('exporting')}>
      Dismiss
    </Button>
  )
}
