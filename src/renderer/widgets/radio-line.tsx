import { type ReactNode, useId } from 'react'

/** One way among a few: a round box, what it is, and a sentence on what it means. Arrow keys move among those of one `name`. */
export function RadioLine({ name, isOn, onChoose, title, help, children }: RadioLineProps) {
  const id = useId()
  return (
    <div className={isOn ? 'radio-line radio-on' : 'radio-line'}>
      <input type="radio" id={id} name={name} className="radio" checked={isOn} onChange={onChoose} aria-describedby={`${id}-help`} />
      <label htmlFor={id} className="radio-title">
        {title}
      </label>
      <span id={`${id}-help`} className="radio-help">
        {help}
      </span>
      {children !== undefined && <div className="radio-fields">{children}</div>}
    </div>
  )
}

/** See {@link RadioLine}. `children` are fields that belong to this way. */
export interface RadioLineProps {
  name: string
  isOn: boolean
  onChoose: () => void
  title: string
  help: ReactNode
  children?: ReactNode
}
