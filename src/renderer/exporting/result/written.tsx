import { TriangleAlert } from 'lucide-react'
import type { ExportEvent } from '../../state/work-store.ts'
import { CopyButton, formatBytes, formatCounted } from '../../widgets/index.ts'
import { ExportActions } from './export-actions.tsx'
import { Dismiss } from './export-progress.tsx'

type Result = Extract<ExportEvent, { kind: 'done' }>['result']

/** An export that is there: its files with what proves them, what it lost, and what comes next. Warnings in `told` are in sight already. */
export function Written({ result, told }: { result: Result; told: readonly string[] }) {
  const news = result.warnings.filter((warning) => !told.includes(warning))
  const again = result.warnings.length - news.length
  const noun = result.target === 'preference' ? 'pair' : 'example'
  return (
    <section className="written" aria-label="Exported">
      <header className="written-head">
        <b>
          {result.examples > 0 && '✓ '}
          {formatCounted(result.examples, noun)} exported
        </b>
        <span className="mono muted cut grow" title={result.out}>
          {result.out}
        </span>
        <ExportActions dir={result.out} />
        <Dismiss />
      </header>
      {news.map((warning) => (
        <p key={warning} className="warning">
          <TriangleAlert size={14} aria-hidden />
          {warning}
        </p>
      ))}
      {again > 0 && (
        <p className="written-again muted">
          {news.length > 0 ? 'And' : 'With'} {formatCounted(again, 'warning')} that the plan shows.
        </p>
      )}
      <div className="written-scroll">
        <table className="written-files">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" className="number">
                Size
              </th>
              <th scope="col">sha256</th>
              <th scope="col">
                <span className="visually-hidden">Copy</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {result.files.map((file) => (
              <FileLine key={file.path} file={file} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function FileLine({ file: { path, bytes, sha256 } }: { file: Result['files'][number] }) {
  const name = path.split(/[\\/]/).at(-1)
  return (
    <tr>
      <td className="mono">{name}</td>
      <td className="number">{formatBytes(bytes)}</td>
      <td className="mono faint cut" title={sha256}>
        {sha256}
      </td>
      <td>
        <CopyButton label={`the sha256 of ${name}`} text={sha256} />
      </td>
    </tr>
  )
}
