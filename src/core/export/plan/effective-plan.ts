import { DEFAULT_OPTIONS, DEFAULT_POLICIES, type ExportPlan } from '#record'
import { targetOf } from '../targets.ts'

/** A plan with the default for every option and policy that its target does not know: what changes no row is in no hash and no manifest either. */
export function effectivePlan<Plan extends Pick<ExportPlan, 'target' | 'policies' | 'options'>>(plan: Plan): Plan {
  const known = new Set(targetOf(plan.target).info.options)
  const only = <Values extends object>(given: Values, defaults: Values): Values => {
    const names = (Object.keys(defaults) as (keyof Values & string)[]).filter((name) => known.has(name))
    return { ...defaults, ...Object.fromEntries(names.map((name) => [name, given[name]])) }
  }
  return { ...plan, policies: only(plan.policies, DEFAULT_POLICIES), options: only(plan.options, DEFAULT_OPTIONS) }
}
