/** The part of a recipe step that matters here. */
interface Step {
  rule: string
  enabled: boolean
  parameters: Record<string, unknown>
}

/** The smallest limit on `traj_tokens` among the steps in force; null without one. */
export function tokenLimitOf(steps: readonly Step[]): number | null {
  const limits = steps
    .filter((step) => step.enabled && step.rule === 'token-limit' && (step.parameters.measure ?? 'traj_tokens') === 'traj_tokens')
    .map((step) => step.parameters.max)
    .filter((max) => typeof max === 'number')
  return limits.length === 0 ? null : Math.min(...limits)
}
