/** What one recipe step did. */
export interface FunnelStep {
  /** Rule id. */
  rule: string
  title: string
  /** The parameters in a person's words: "at most 32,000 tokens (traj_tokens)". */
  summary: string
  /** Examples that were still in and failed here. */
  dropped: number
  /** Examples that only this step drops. */
  only: number
  /** Still in after this step. */
  remaining: number
}

/** What a recipe removed; kept + dropped = total, and dropped is the sum over steps. */
export interface Funnel {
  total: number
  kept: number
  dropped: number
  steps: FunnelStep[]
}
