import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'

/** A choice among a few, with its label and a hint; the system's own list, so keys and screen readers know it. */
export interface SelectProps {
  label: string
  hint?: ReactNode
  options: readonly { value: string; text: string }[]
  value: string
  onChange: (value: string) => void
  className?: string
}

/** See {@link SelectProps}. */
export function Select({ label, hint, options, value, onChange, className = '' }: SelectProps) {
  const id = useId()
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <span className="field-box select-box">
        <select
          id={id}
          className="mono"
          aria-describedby={hint ? `${id}-note` : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden />
      </span>
      {hint && (
        <span id={`${id}-note`} className="field-note">
          {hint}
        </span>
      )}
    </div>
  )
}
