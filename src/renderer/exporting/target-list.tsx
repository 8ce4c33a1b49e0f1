import type { Answers } from '../api/api.ts'

type Targets = Answers['export']['targets']

/** The formats an export can have; arrow keys choose. */
export function TargetList({ targets, value, onChange }: TargetListProps) {
  return (
    <fieldset className="targets">
      <legend className="visually-hidden">Target</legend>
      {targets.map((target) => (
        <label key={target.id} className="target">
          <input type="radio" name="target" value={target.id} checked={target.id === value} onChange={() => onChange(target.id)} />
          <span>
            <b>{target.title}</b>
            <span className="muted">{target.help}</span>
            <span className="mono faint">{target.files.join('   ')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** See {@link TargetList}. */
export interface TargetListProps {
  targets: Targets
  value: Targets[number]['id']
  onChange: (id: Targets[number]['id']) => void
}
