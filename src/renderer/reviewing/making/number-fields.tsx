import { Dices } from 'lucide-react'
import { Field, IconButton, Select } from '../../widgets/index.ts'
import { GROUP_COLUMNS } from '../logic/orders.ts'
import { isDrawn, type QueueDraft } from '../logic/queue-draft.ts'

/** A throw of the dice has at most this many digits less one, so that a seed can be told over a table. */
const SEEDS = 10_000

/** How many, drawn how, and what share two people judge. Fields that mean nothing for the order are not there. */
export function NumberFields({ draft, errors, onChange }: NumberFieldsProps) {
  return (
    <div className="new-queue-numbers">
      <Field
        label="At most"
        inputMode="numeric"
        value={draft.size}
        error={errors.size}
        suffix={<span className="faint">examples</span>}
        onChange={(event) => onChange({ size: event.target.value })}
      />
      {draft.order === 'stratified' && (
        <Select label="Groups" options={GROUP_COLUMNS} value={draft.per} onChange={(per) => onChange({ per })} />
      )}
      <Field
        label="Two people judge"
        inputMode="numeric"
        value={draft.doublePercent}
        error={errors.doublePercent}
        suffix={<span className="faint">%</span>}
        onChange={(event) => onChange({ doublePercent: event.target.value })}
      />
      {isDrawn(draft.order, draft.doublePercent) && (
        <Field
          label="Seed"
          inputMode="numeric"
          value={draft.seed}
          error={errors.seed}
          suffix={
            <IconButton
              label="Another seed"
              className="button-icon new-queue-dice"
              icon={<Dices size={14} aria-hidden />}
              onClick={() => onChange({ seed: String(Math.floor(Math.random() * SEEDS)) })}
            />
          }
          onChange={(event) => onChange({ seed: event.target.value })}
        />
      )}
    </div>
  )
}

/** See {@link NumberFields}. */
export interface NumberFieldsProps {
  draft: QueueDraft
  errors: Record<'size' | 'seed' | 'doublePercent', string | null>
  onChange: (part: Partial<QueueDraft>) => void
}
