import { CapsChoice } from './caps-choice.tsx'
import { MixtureChoice } from './mixture-choice.tsx'
import { NumberChoice } from './number-choice.tsx'
import { OutcomeChoice } from './outcome-choice.tsx'
import { SeedChoice } from './seed-choice.tsx'
import { SourceChoice } from './source-choice.tsx'
import { StepsTable } from './steps-table.tsx'
import type { Choice, Preview } from './types.ts'
import './plan.css'

/** Which examples leave: from which, by whose word, capped, mixed and limited, with what each of it holds back. */
export function ChoicePanel({ value, onChange, preview }: ChoicePanelProps) {
  const put = (part: Partial<Choice>) => onChange({ ...value, ...part })
  return (
    <section className="plan" aria-label="Which examples">
      <div className="plan-columns">
        <SourceChoice value={value.selection} onChange={(selection) => put({ selection })} />
        <OutcomeChoice value={value} onChange={put} />
        <CapsChoice value={value.caps} onChange={(caps) => put({ caps })} />
        <fieldset className="plan-rows">
          <legend>How many</legend>
          <div className="plan-row">
            <NumberChoice
              label="At most"
              value={value.limit}
              least={1}
              canBeEmpty
              hint="Empty: all of them"
              suffix={<span className="faint">rows</span>}
              onChange={(limit) => put({ limit })}
            />
            <SeedChoice value={value.seed} hint="Decides which of equals stay" onChange={(seed) => put({ seed })} />
          </div>
        </fieldset>
      </div>
      <MixtureChoice choice={value} preview={preview} onChange={(mixture) => put({ mixture })} />
      {preview && preview.steps.length > 0 && <StepsTable steps={preview.steps} />}
    </section>
  )
}

/** See {@link ChoicePanel}. `preview` is of the plan with this choice, or of the one before while it is asked for. */
export interface ChoicePanelProps {
  value: Choice
  onChange: (choice: Choice) => void
  preview: Preview | undefined
}
