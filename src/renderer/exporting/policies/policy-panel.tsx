import { RadioLine } from '../../widgets/index.ts'
import type { Plan, Target } from '../types.ts'
import { POLICY_WORDS, policiesOf } from './policy-words.ts'

type Policies = Plan['policies']

/** What becomes of what the format or the template cannot say. Every example a policy touches is listed in the export. */
export function PolicyPanel({ target, plan, onChange }: { target: Target; plan: Plan; onChange: (policies: Policies) => void }) {
  const shown = policiesOf(target)
  return (
    <>
      <p className="muted">{saysWords(target)}</p>
      {shown.length > 0 && (
        <div className="policies">
          {shown.map(({ name, title, ways }) => (
            <fieldset key={name} className="policy">
              <legend>{title}</legend>
              {name === 'overlong' && plan.options.contextLength === null && (
                <p className="faint policy-note">Waits for a context length, under Trainer.</p>
              )}
              {ways.map((way) => (
                <RadioLine
                  key={way.value}
                  name={`policy-${name}`}
                  isOn={plan.policies[name] === way.value}
                  onChoose={() => onChange({ ...plan.policies, [name]: way.value })}
                  title={way.title}
                  help={way.help}
                />
              ))}
            </fieldset>
          ))}
        </div>
      )}
      {shown.length < POLICY_WORDS.length && shown.length > 0 && (
        <p className="faint">Policies that change nothing for {target.title} are not shown.</p>
      )}
    </>
  )
}

function saysWords({ title, says }: Target): string {
  const lacks = [!says.reasoning && 'reasoning', !says.masks && 'turns that are context only', !says.tools && 'the list of tools'].filter(
    (one) => one !== false,
  )
  if (lacks.length === 0) return `${title} has a place for reasoning, masks and tools. A template may still drop some of it.`
  return `${title} has no place for ${lacks.join(', ').replace(/, ([^,]*)$/, ' and $1')}. Every example that loses something by it is listed in row-notes.jsonl.`
}
