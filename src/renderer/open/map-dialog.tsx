import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { type AddInput, startAdding } from '../state/work-store.ts'
import { Button, Dialog, ErrorState, Select, Skeleton } from '../widgets/index.ts'
import { firstMap, mapColumn, missingTargets, renamesOf, type SourceColumns } from './column-map.ts'

/** Says which column is read as what, for a source whose columns are no known shape; then adds it again. `input` null is closed. */
export function MapDialog({ input, onClose }: { input: AddInput | null; onClose: () => void }) {
  return (
    <Dialog
      isOpen={input !== null}
      onClose={onClose}
      look="wide"
      title="Map columns"
      description="Say which column holds what. The choice is remembered with the source."
    >
      {input && <Columns input={input} onClose={onClose} />}
    </Dialog>
  )
}

function Columns({ input, onClose }: { input: AddInput; onClose: () => void }) {
  const api = useApi()
  const { source, revision, config, split } = input
  const asked = { source, revision, config, split }
  const columns = useQuery({ queryKey: ['source', 'columns', asked], queryFn: ({ signal }) => api.source.columns(asked, { signal }) })
  if (columns.isError) return <ErrorState error={columns.error} onRetry={() => void columns.refetch()} isCompact />
  if (!columns.data) return <Skeleton lines={6} height={28} label="Reading the columns" />
  return <MapForm columns={columns.data} input={input} onClose={onClose} />
}

function MapForm({ columns, input, onClose }: { columns: SourceColumns; input: AddInput; onClose: () => void }) {
  const api = useApi()
  const [map, setMap] = useState(() => firstMap(columns, input.map))
  const problem = useId()
  const missing = missingTargets(columns, map)
  const options = [
    { value: '', text: '– none –' },
    ...columns.columns.map(({ name, type }) => ({ value: name, text: `${name} · ${type}` })),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (missing.length > 0) return
    onClose()
    startAdding(api, { ...input, map: renamesOf(map) })
  }
  return (
    <form className="map-form" onSubmit={submit}>
      <p className="muted">
        Columns of <span className="mono">{columns.file}</span>
      </p>
      <div className="map-lines">
        {columns.targets.map((target) => (
          <Select
            key={target.name}
            label={target.isNeeded ? `${target.name} (needed)` : target.name}
            hint={target.help}
            options={options}
            value={map[target.name] ?? ''}
            onChange={(column) => setMap(mapColumn(map, target.name, column))}
          />
        ))}
      </div>
      <div className="form-actions">
        <span id={problem} className="muted grow" role="status">
          {missing.length > 0 && `Still needed: ${missing.join(', ')}`}
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" disabled={missing.length > 0} aria-describedby={problem}>
          Add with this map
        </Button>
      </div>
    </form>
  )
}
