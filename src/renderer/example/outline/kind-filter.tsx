import { ToggleGroup } from 'radix-ui'
import { formatCount, formatShort } from '../../widgets/index.ts'
import { IS, type OutlineEntry, STEP_KINDS, type StepKind } from '../logic/outline.ts'

const NAMES: Record<StepKind, string> = {
  edit: 'Edits',
  test: 'Test runs',
  error: 'Errors',
  finding: 'Findings',
  thought: 'Thoughts',
  masked: 'Masked',
}

/** What kinds of steps the outline shows: any of those that are on, all of them when none is. */
export function KindFilter({ entries, kinds, onKinds }: KindFilterProps) {
  return (
    <ToggleGroup.Root
      type="multiple"
      className="kind-filter"
      aria-label="Show steps"
      value={[...kinds]}
      onValueChange={(values: string[]) => onKinds(STEP_KINDS.filter((kind) => values.includes(kind)))}
    >
      {STEP_KINDS.map((kind) => {
        const count = entries.filter(IS[kind]).length
        return (
          <ToggleGroup.Item key={kind} value={kind} className="kind" title={`${NAMES[kind]}: ${formatCount(count)}`}>
            <i className={`dot dot-${kind}`} aria-hidden />
            <span className="visually-hidden">{NAMES[kind]}</span>
            <span className={count === 0 ? 'faint' : ''}>{formatShort(count)}</span>
          </ToggleGroup.Item>
        )
      })}
    </ToggleGroup.Root>
  )
}

/** See {@link KindFilter}. */
export interface KindFilterProps {
  entries: readonly OutlineEntry[]
  kinds: readonly StepKind[]
  onKinds: (kinds: StepKind[]) => void
}
