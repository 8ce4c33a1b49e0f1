import { Checkbox } from '../../widgets/index.ts'
import { offered, TextField } from './text-field.tsx'

/** Texts parted by commas; boxes to tick where a rule allows only some. */
export function TextListField({ label, help, allowed, value, onChange }: TextListFieldProps) {
  if (!allowed)
    return (
      <TextField
        label={label}
        help={`${help} Parted by commas.`}
        allowed={undefined}
        value={value.join(', ')}
        onChange={(text) => onChange(splitList(text))}
      />
    )
  const all = value.reduce<readonly string[]>((known, one) => offered(known, one), allowed)
  const toggle = (one: string, isOn: boolean) => onChange(all.filter((other) => (other === one ? isOn : value.includes(other))))
  return (
    <fieldset className="parameter-set">
      <legend title={help}>
        {label} <span className="field-note">{help}</span>
      </legend>
      <div className="parameter-row">
        {all.map((one) => (
          <Checkbox key={one} isOn={value.includes(one)} onChange={(isOn) => toggle(one, isOn)}>
            {one}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

/** See {@link TextListField}. */
export interface TextListFieldProps {
  label: string
  help: string
  allowed: readonly string[] | undefined
  value: readonly string[]
  onChange: (value: string[]) => void
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
