import { useMemo } from 'react'
import { useLayout } from '../state/use-layout.ts'
import type { Settings } from '../state/use-settings.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { FIRST_PLAN, readPlan } from './plan-memory.ts'
import type { Plan } from './types.ts'

type Kept = Settings['layout'][string]

/** The plan of this workspace's next export, kept from one start to the next. */
export interface PlanHere {
  plan: Plan
  /** Nothing was chosen yet. */
  isFirst: boolean
  change: (part: Partial<Plan>) => void
  reset: () => void
}

/** See {@link PlanHere}. */
export function usePlan(): PlanHere {
  const workspace = useWorkspace()
  const [kept, keep] = useLayout<Kept>(`export.plan ${workspace.data?.path ?? ''}`, null, (stored) => stored)
  const plan = useMemo(() => readPlan(kept) ?? FIRST_PLAN, [kept])
  const isFirst = JSON.stringify(plan) === JSON.stringify(FIRST_PLAN)
  const change = (part: Partial<Plan>) => keep({ ...plan, ...part } as unknown as Kept)
  return { plan, isFirst, change, reset: () => keep(null) }
}
