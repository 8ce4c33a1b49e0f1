import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { useWork } from '../state/work-store.ts'
import { CopyButton, formatCount, formatDate } from '../widgets/index.ts'

/** Exports made before, the newest first. */
export function ExportHistory() {
  const api = useApi()
  const finished = useWork((state) => (state.exporting?.state === 'done' ? state.exporting.input.out : null))
  const { data = [] } = useQuery({ queryKey: ['export', 'history', finished], queryFn: () => api.export.history(), staleTime: 0 })
  if (data.length === 0) return null
  return (
    <section className="history">
      <h2>Exports so far</h2>
      <table className="written-files">
        <thead>
          <tr>
            <th>When</th>
            <th>Target</th>
            <th className="number">Examples</th>
            <th>Folder</th>
            <th>
              <span className="visually-hidden">Copy</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((record) => (
            <tr key={`${record.time} ${record.out}`}>
              <td className="faint">{formatDate(record.time)}</td>
              <td>{record.target}</td>
              <td className="number">{formatCount(record.examples)}</td>
              <td className="mono cut">{record.out}</td>
              <td>
                <CopyButton label="the folder" text={record.out} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
