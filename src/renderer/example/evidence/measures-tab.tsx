import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { byGroup } from '../../state/measure-groups.ts'
import type { Measure } from '../../state/use-measures.ts'
import { EmptyState, ErrorState, formatValue, Tooltip } from '../../widgets/index.ts'
import { measuresQuery } from '../queries.ts'
import type { Row } from '../types.ts'
import { LoadingLines } from './loading-lines.tsx'

/** Every measure of the example by what it is about, with its unit and what it means; a token count names its encoding. */
export function MeasuresTab({ row }: { row: Row }) {
  const api = useApi()
  const measures = useQuery(measuresQuery(api))
  if (measures.error) return <ErrorState error={measures.error} onRetry={() => void measures.refetch()} />
  if (!measures.data) {
    return <LoadingLines lines={16} height={16} label="Loading the measures" />
  }
  if (!row.isMeasured) return <EmptyState title="Not measured yet">The status bar shows how far measuring is.</EmptyState>
  return (
    <div className="scroll">
      <table className="facts">
        <caption className="visually-hidden">Measures of this example</caption>
        {byGroup(measures.data.filter(({ type, isInternal }) => type !== 'tally' && !isInternal)).map(({ title, items }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="facts-group">
                {title}
              </th>
            </tr>
            {items.map((measure) => (
              <MeasureLine key={measure.id} measure={measure} value={row.values[measure.id]} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function MeasureLine({ measure, value }: { measure: Measure; value: Row['values'][string] | undefined }) {
  const { id, label, help, unit, encoding } = measure
  return (
    <tr>
      <th scope="row">
        <Tooltip text={help} side="left">
          <button type="button" className="help-name">
            {label}
          </button>
        </Tooltip>
        <span className="mono faint">{id}</span>
      </th>
      <td className="number">{formatValue(value)}</td>
      <td className="faint">
        {unit}
        {encoding !== undefined && <span className="facts-encoding mono">{encoding}</span>}
      </td>
    </tr>
  )
}
