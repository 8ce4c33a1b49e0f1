import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { EmptyState, ErrorState, formatValue, Skeleton, Tooltip } from '../../widgets/index.ts'
import { measuresQuery } from '../queries.ts'
import type { Row } from '../types.ts'

/** Every measure of the example, with its unit and what it means. */
export function MeasuresTab({ row }: { row: Row }) {
  const api = useApi()
  const measures = useQuery(measuresQuery(api))
  if (measures.error) return <ErrorState error={measures.error} onRetry={() => void measures.refetch()} />
  if (!measures.data) {
    return (
      <div className="patch-loading">
        <Skeleton lines={16} height={16} label="Loading the measures" />
      </div>
    )
  }
  if (!row.isMeasured) return <EmptyState title="Not measured yet">The status bar shows how far measuring is.</EmptyState>
  return (
    <div className="scroll">
      <table className="facts">
        <caption className="visually-hidden">Measures of this example</caption>
        <tbody>
          {measures.data.map((measure) => (
            <tr key={measure.id}>
              <th scope="row">
                <Tooltip text={measure.help} side="left">
                  <button type="button" className="help-name">
                    {measure.label}
                  </button>
                </Tooltip>
                <span className="mono faint">{measure.id}</span>
              </th>
              <td className="number">{formatValue(row.values[measure.id])}</td>
              <td className="faint">{measure.unit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
