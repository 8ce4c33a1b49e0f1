import { useQueues } from '../../reviewing/use-queues.ts'
import { RadioLine, Select } from '../../widgets/index.ts'
import type { Choice } from './types.ts'

/** Whose word lets an example leave, and of which queue. */
export function OutcomeChoice({ value, onChange }: OutcomeChoiceProps) {
  const { data: queues = [] } = useQueues()
  const known = queues.map(({ id, definition, total }) => ({ value: id, text: `${definition.name} (${total.toLocaleString('en')})` }))
  const gone = value.queue !== null && !queues.some(({ id }) => id === value.queue)
  return (
    <fieldset className="plan-lines">
      <legend>Whose word counts</legend>
      <RadioLine
        name="plan-outcome"
        isOn={value.outcome === 'keep'}
        onChoose={() => onChange({ outcome: 'keep' })}
        title="Recipe and people"
        help="What the recipe keeps and nobody rejected, and what people accepted"
      />
      <RadioLine
        name="plan-outcome"
        isOn={value.outcome === 'accepted'}
        onChoose={() => onChange({ outcome: 'accepted' })}
        title="People alone"
        help="Only what a person accepted"
      />
      {(known.length > 0 || gone) && (
        <Select
          className="plan-queue"
          label="Of which queue"
          options={[
            { value: '', text: 'any, or none' },
            ...known,
            ...(gone ? [{ value: value.queue ?? '', text: `${value.queue} (gone)` }] : []),
          ]}
          value={value.queue ?? ''}
          onChange={(queue) => onChange({ queue: queue === '' ? null : queue })}
        />
      )}
    </fieldset>
  )
}

/** See {@link OutcomeChoice}. */
export interface OutcomeChoiceProps {
  value: Pick<Choice, 'outcome' | 'queue'>
  onChange: (part: Partial<Pick<Choice, 'outcome' | 'queue'>>) => void
}
