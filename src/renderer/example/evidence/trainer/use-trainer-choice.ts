import { useMemo } from 'react'
import type { Plan } from '../../../exporting/types.ts'
import { usePlan } from '../../../exporting/use-plan.ts'
import { useLayout } from '../../../state/use-layout.ts'
import type { Settings } from '../../../state/use-settings.ts'

type Kept = Settings['layout'][string]

/** Through which trainer's eyes an example is looked at. */
export interface TrainerChoice {
  target: Plan['target']
  template: string | null
}

/**
 * Target and template to look through: those of the export's plan until others are chosen here, which leave the plan as it is. Policies and all other options
 * are always the plan's: what is seen here is what would be exported.
 */
export function useTrainerChoice(): { choice: TrainerChoice; plan: Plan; choose: (choice: TrainerChoice) => void } {
  const { plan } = usePlan()
  const [kept, keep] = useLayout<Kept>('trainer.choice', null, (stored) => stored)
  const choice = useMemo(() => readChoice(kept) ?? { target: plan.target, template: plan.options.template }, [kept, plan])
  return { choice, plan, choose: (chosen) => keep({ ...chosen }) }
}

function readChoice(kept: Kept): TrainerChoice | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept) || typeof kept.target !== 'string') return null
  return { target: kept.target as Plan['target'], template: typeof kept.template === 'string' ? kept.template : null }
}
