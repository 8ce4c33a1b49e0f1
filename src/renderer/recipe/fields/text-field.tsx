import { useState } from 'react'
import { Field, Select } from '../../widgets/index.ts'

/** A text; one of a few where a rule allows only those. It counts once it is left, or with Enter. */
export function TextField({ label, help, allowed, value, onChange }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  if (allowed)
    return (
      <Select
        label={label}
        hint={help}
        options={offered(allowed, value).map((one) => ({ value: one, text: one }))}
        value={value}
        onChange={onChange}
      />
    )
  const commit = () => {
    if (typed !== null && typed !== value) onChange(typed)
    setTyped(null)
  }
  return (
    <Field
      label={label}
      hint={help}
      isMono
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}

/** See {@link TextField}. */
export interface TextFieldProps {
  label: string
  help: string
  allowed: readonly string[] | undefined
  value: string
  onChange: (value: string) => void
}

/** A value that a recipe names and the rule does not know stays to be seen. */
export function offered(allowed: readonly string[], value: string): readonly string[] {
  return allowed.includes(value) ? allowed : [value, ...allowed]
}
