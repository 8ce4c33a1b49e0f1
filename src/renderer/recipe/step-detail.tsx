import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../widgets/index.ts'
import { ParameterField } from './parameter-field.tsx'
import type { StepEdits } from './step-edits.ts'
import type { StepLine } from './step-lines.ts'
import { NAMES } from './use-recipe-keys.ts'

const SIZE = { size: 14, 'aria-hidden': true } as const

/** What a selected step can be set to, and what can be done with it. */
export function StepDetail({ line: { index, rule, step, title }, count, edits }: StepDetailProps) {
  const section = useRef<HTMLElement>(null)
  // Opened at the foot of the list, it would be below what is seen.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={section} className="step-detail" aria-label={`${title}: parameters`}>
      {rule ? (
        <p className="step-help">{rule.help}</p>
      ) : (
        <p className="step-help">
          There is no rule <span className="mono">{step.rule}</span>.
        </p>
      )}
      {rule?.parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          rule={rule}
          parameter={parameter}
          value={step.parameters[parameter.name] ?? parameter.default}
          onChange={(value, session) => edits.set(index, parameter.name, value, `${index} ${parameter.name} ${session}`)}
        />
      ))}
      <div className="step-tools">
        <span className="muted grow">
          Step {index + 1} of {count}
          {rule?.parameters.length === 0 && ', nothing to set'}
        </span>
        <IconButton
          label={NAMES.up}
          keys="Alt+ArrowUp"
          icon={<ArrowUp {...SIZE} />}
          disabled={index === 0}
          onClick={() => edits.move(index, index - 1)}
        />
        <IconButton
          label={NAMES.down}
          keys="Alt+ArrowDown"
          icon={<ArrowDown {...SIZE} />}
          disabled={index === count - 1}
          onClick={() => edits.move(index, index + 1)}
        />
        <IconButton label={NAMES.duplicate} keys="d" icon={<Copy {...SIZE} />} onClick={() => edits.duplicate(index)} />
        <IconButton
          label={NAMES.remove}
          keys="Delete"
          icon={<Trash2 {...SIZE} />}
          disabled={count < 2}
          onClick={() => edits.remove(index)}
        />
      </div>
    </section>
  )
}

/** See {@link StepDetail}. `count` are the steps there are. */
export interface StepDetailProps {
  line: StepLine
  count: number
  edits: StepEdits
}
