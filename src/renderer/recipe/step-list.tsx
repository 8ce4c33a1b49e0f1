import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import type { RecipeState } from '../state/use-recipe.ts'
import { formatCount } from '../widgets/index.ts'
import { type DraftStep, setEnabled, setParameter } from './edit-recipe-text.ts'
import { ParameterField } from './parameter-field.tsx'
import type { RecipeEdit } from './recipe-edit.ts'
import type { RuleInfo } from './rule-info.ts'

/** The steps in order, each with its switch, its parameters and what it drops. */
export function StepList({ steps, funnel, edit }: { steps: readonly DraftStep[]; funnel: RecipeState['funnel']; edit: RecipeEdit }) {
  const api = useApi()
  const { data: rules = [] } = useQuery({ queryKey: ['recipe', 'rules'], queryFn: () => api.recipe.rules() })
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <StepLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may stand in several steps; a step is its place
          key={`${index} ${step.rule}`}
          step={step}
          rule={rules.find((rule) => rule.id === step.rule)}
          dropped={droppedBy(steps, index, funnel)}
          onToggle={(isOn) => edit.onEdit(setEnabled(edit.text, index, isOn))}
          onSet={(name, value) => edit.onEdit(setParameter(edit.text, index, name, value))}
        />
      ))}
    </ol>
  )
}

interface StepLineProps {
  step: DraftStep
  rule: RuleInfo | undefined
  /** Null when the step is off or not counted yet. */
  dropped: number | null
  onToggle: (isOn: boolean) => void
  onSet: (name: string, value: unknown) => void
}

function StepLine({ step, rule, dropped, onToggle, onSet }: StepLineProps) {
  const title = rule?.title ?? step.rule
  return (
    <li className={step.enabled ? 'step-line' : 'step-line step-off'}>
      <input
        type="checkbox"
        className="box"
        aria-label={`${title}: on`}
        checked={step.enabled}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <div className="step-body">
        <div className="step-head">
          <h2>{title}</h2>
          <span className="grow" />
          {dropped === null ? (
            <span className="faint">off</span>
          ) : (
            <span className={dropped > 0 ? 'step-drops' : 'faint'}>drops {formatCount(dropped)}</span>
          )}
        </div>
        <p className="step-help">{rule?.help}</p>
        {step.enabled &&
          rule?.parameters.map((parameter) => (
            <ParameterField
              key={parameter.name}
              rule={rule.id}
              parameter={parameter}
              value={step.parameters[parameter.name] ?? parameter.default}
              onChange={(value) => onSet(parameter.name, value)}
            />
          ))}
      </div>
    </li>
  )
}

/** The funnel counts enabled steps only, in order. */
function droppedBy(steps: readonly DraftStep[], index: number, funnel: RecipeState['funnel']): number | null {
  if (!steps[index]?.enabled) return null
  const place = steps.slice(0, index).filter((step) => step.enabled).length
  const counted = funnel.steps[place]
  return counted && counted.rule === steps[index].rule ? counted.dropped : null
}
