import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { useWork } from '../state/work-store.ts'
import { formatCount, formatDate } from '../widgets/index.ts'
import { ExportActions } from './result/export-actions.tsx'

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
            <th scope="col">When</th>
            <th scope="col">Target</th>
            <th scope="col" className="number">
              Rows
            </th>
            <th scope="col">Folder</th>
            <th scope="col">
              <span className="visually-hidden">What to do with it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((record) => (
            <tr key={`${record.time} ${record.out}`}>
              <td className="faint">{formatDate(record.time)}</td>
              <td>{record.target}</td>
              <td className="number">{formatCount(record.examples)}</td>
              <td className="mono cut" title={record.out}>
                {record.out}
              </td>
              <td>
                <ExportActions dir={record.out} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
