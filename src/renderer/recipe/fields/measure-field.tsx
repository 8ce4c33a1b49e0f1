import { useMeasures } from '../../state/use-measures.ts'
import { Select } from '../../widgets/index.ts'
import { offered } from './text-field.tsx'

/** Which measure a rule reads, by id and name; one that a recipe names and nobody knows stays to be seen. */
export function MeasureField({ label, help, allowed, value, onChange }: MeasureFieldProps) {
  const { measures, labelOf } = useMeasures()
  const numbers = measures.filter(({ type }) => type === 'integer' || type === 'real').map(({ id }) => id)
  const ids = offered(allowed ?? numbers, value)
  return (
    <Select
      label={label}
      hint={help}
      options={ids.map((id) => ({ value: id, text: labelOf(id) === id ? id : `${id}: ${labelOf(id)}` }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** See {@link MeasureField}. */
export interface MeasureFieldProps {
  label: string
  help: string
  allowed: readonly string[] | undefined
  value: string
  onChange: (value: string) => void
}
