import { Skeleton } from '../widgets/index.ts'
import { LeavingPanel } from './leaving-panel.tsx'
import { TargetOptions } from './options/target-options.tsx'
import { ChoicePanel, SplitsPanel } from './plan/index.ts'
import { PlanSection } from './plan-section.tsx'
import { choiceWords, splitWords, trainerWords } from './plan-words.ts'
import { PolicyPanel } from './policies/policy-panel.tsx'
import { policyLine } from './policies/policy-words.ts'
import { TargetList } from './target-list.tsx'
import { useTemplates } from './templates/use-templates.ts'
import type { ExportPreview, Plan, Target } from './types.ts'
import { type SectionId, useSections } from './use-sections.ts'

/** The plan in the order one thinks of it; each part folds to a line that says what is chosen in it. */
export function PlanSections({ targets, target, plan, preview, onChange }: PlanSectionsProps) {
  const { isOpen, toggle } = useSections()
  const { templates } = useTemplates()
  const folds = (id: SectionId) => ({ isOpen: isOpen(id), onToggle: () => toggle(id) })
  return (
    <div className="export-parts">
      <PlanSection number={1} title="Trainer" summary={trainerWords(plan, target, templates)} {...folds('trainer')}>
        <TargetList targets={targets} value={plan.target} onChange={(id) => onChange({ target: id })} />
        {target && <TargetOptions target={target} options={plan.options} onChange={(options) => onChange({ options })} />}
      </PlanSection>
      <PlanSection number={2} title="What leaves" summary={choiceWords(plan.choice)} {...folds('leaves')}>
        {preview ? <LeavingPanel preview={preview} outcome={plan.choice.outcome} /> : <Skeleton lines={6} height={24} />}
        <ChoicePanel value={plan.choice} onChange={(choice) => onChange({ choice })} preview={preview} />
      </PlanSection>
      <PlanSection number={3} title="How it is divided" summary={splitWords(plan.splits)} {...folds('splits')}>
        <SplitsPanel value={plan.splits} onChange={(splits) => onChange({ splits })} preview={preview} />
      </PlanSection>
      <PlanSection number={4} title="What it cannot say" summary={policyLine(target, plan.policies)} {...folds('policies')}>
        {target && <PolicyPanel target={target} plan={plan} onChange={(policies) => onChange({ policies })} />}
      </PlanSection>
    </div>
  )
}

/** See {@link PlanSections}. */
export interface PlanSectionsProps {
  targets: readonly Target[]
  /** The one chosen; undefined when this host does not have it. */
  target: Target | undefined
  plan: Plan
  preview: ExportPreview | undefined
  onChange: (part: Partial<Plan>) => void
}
