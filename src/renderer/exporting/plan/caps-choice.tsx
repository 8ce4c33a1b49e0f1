import { Plus, X } from 'lucide-react'
import { Button, IconButton, Select } from '../../widgets/index.ts'
import { CAP_OPTIONS, groupingWord } from './logic/groupings.ts'
import { NumberChoice } from './number-choice.tsx'
import type { Choice, Grouping } from './types.ts'

type Caps = Choice['caps']

/** At most so many of each group. Caps hold one after another, each over what the one before let through. */
export function CapsChoice({ value, onChange }: { value: Caps; onChange: (caps: Caps) => void }) {
  const free = CAP_OPTIONS.filter(({ value: per }) => !value.some((cap) => cap.per === per))
  const put = (place: number, part: Partial<Caps[number]>) => onChange(value.map((cap, at) => (at === place ? { ...cap, ...part } : cap)))
  return (
    <fieldset className="plan-rows">
      <legend>Caps</legend>
      {value.length === 0 && <p className="plan-none">No group is capped.</p>}
      {value.map(({ per, most }, place) => (
        <div key={per} className="plan-row">
          <NumberChoice label="At most" value={most} least={1} onChange={(number) => number !== null && put(place, { most: number })} />
          <Select
            label="of each"
            options={CAP_OPTIONS.filter((option) => option.value === per || free.includes(option))}
            value={per}
            onChange={(chosen) => put(place, { per: chosen as Grouping })}
          />
          <IconButton
            label={`Remove the cap by ${groupingWord(per)}`}
            icon={<X size={14} aria-hidden />}
            onClick={() => onChange(value.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      {free[0] && (
        <Button kind="ghost" onClick={() => onChange([...value, { per: free[0]?.value ?? 'instance', most: 1 }])}>
          <Plus size={14} aria-hidden /> Add a cap
        </Button>
      )}
    </fieldset>
  )
}
