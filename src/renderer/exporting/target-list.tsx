import { TargetMarks } from './target-marks.tsx'
import type { Target } from './types.ts'

/** The trainers' formats; arrow keys choose. */
export function TargetList({ targets, value, onChange }: TargetListProps) {
  return (
    <fieldset className="targets">
      <legend className="visually-hidden">Target</legend>
      {targets.map((target) => (
        <label key={target.id} className="target">
          <input
            type="radio"
            className="radio"
            name="target"
            value={target.id}
            checked={target.id === value}
            onChange={() => onChange(target.id)}
          />
          <span className="target-text">
            <span className="target-head">
              <b>{target.title}</b>
              <TargetMarks target={target} />
            </span>
            <span className="muted">{target.help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** See {@link TargetList}. */
export interface TargetListProps {
  targets: readonly Target[]
  value: Target['id']
  onChange: (id: Target['id']) => void
}
