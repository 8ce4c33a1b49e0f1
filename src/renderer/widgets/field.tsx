import { type ComponentProps, type ReactNode, useId } from 'react'

/** A text or number input with its label, a hint, and an error tied to it. */
export interface FieldProps extends ComponentProps<'input'> {
  label: string
  /** The label is read out but not shown. */
  isLabelHidden?: boolean
  hint?: ReactNode
  error?: string | null
  /** In the monospaced face: paths, expressions, ids. */
  isMono?: boolean
  /** Shown inside at the left. */
  icon?: ReactNode
  /** Shown inside at the right: a unit, a key. */
  suffix?: ReactNode
}

/** See {@link FieldProps}. */
export function Field({ label, isLabelHidden = false, hint, error, isMono = false, icon, suffix, className = '', ...rest }: FieldProps) {
  const id = useId()
  const described = error || hint ? `${id}-note` : undefined
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <span className={error ? 'field-box field-wrong' : 'field-box'}>
        {icon}
        <input
          id={id}
          className={isMono ? 'mono' : ''}
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
          spellCheck={false}
          autoComplete="off"
          {...rest}
        />
        {suffix}
      </span>
      {described !== undefined && (
        <span id={described} className={error ? 'field-note field-error' : 'field-note'} role={error ? 'alert' : undefined}>
          {error || hint}
        </span>
      )}
    </div>
  )
}
