import type { ReactNode } from 'react'

/** A box with its label; the whole line is the target. */
export function Checkbox({ isOn, onChange, children, isDisabled = false }: CheckboxProps) {
  return (
    <label className="checkbox">
      <input type="checkbox" checked={isOn} disabled={isDisabled} onChange={(event) => onChange(event.target.checked)} />
      <span className="checkbox-text">{children}</span>
    </label>
  )
}

/** See {@link Checkbox}. */
export interface CheckboxProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  children: ReactNode
  isDisabled?: boolean
}
