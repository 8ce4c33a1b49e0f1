import { X } from 'lucide-react'
import { Field, formatCount, IconButton, Select } from '../../widgets/index.ts'
import { type ShareDraft, shareProblem } from './logic/share-draft.ts'

/** A percent a value; values that have examples and no share can be added. */
export function ShareFields({ draft, values, onChange }: ShareFieldsProps) {
  const named = Object.keys(draft)
  const free = values.filter(({ value }) => !named.includes(value))
  const countOf = (wanted: string) => values.find(({ value }) => value === wanted)?.count ?? 0
  const problem = shareProblem(draft)
  const without = (gone: string) => Object.fromEntries(Object.entries(draft).filter(([value]) => value !== gone))
  return (
    <div className="plan-rows">
      <div className="plan-fields">
        {named.map((value) => (
          <div key={value} className="plan-row">
            <Field
              label={value || 'none'}
              inputMode="decimal"
              value={draft[value] ?? ''}
              suffix={<span className="faint">%</span>}
              hint={`${formatCount(countOf(value))} kept`}
              onChange={(event) => onChange({ ...draft, [value]: event.target.value })}
            />
            <IconButton
              label={`Take away the share of ${value || 'none'}`}
              icon={<X size={14} aria-hidden />}
              onClick={() => onChange(without(value))}
            />
          </div>
        ))}
      </div>
      {free.length > 0 && (
        <Select
          label="Give a share to"
          options={[
            { value: 'choose', text: 'choose' },
            ...free.map(({ value, count }) => ({ value: `=${value}`, text: `${value || 'none'} (${formatCount(count)})` })),
          ]}
          value="choose"
          onChange={(chosen) => chosen !== 'choose' && onChange({ ...draft, [chosen.slice(1)]: '0' })}
        />
      )}
      {problem && (
        <p className="field-note field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** See {@link ShareFields}. `values` are those there are, with how many examples are kept of each. */
export interface ShareFieldsProps {
  draft: ShareDraft
  values: readonly { value: string; count: number }[]
  onChange: (draft: ShareDraft) => void
}
