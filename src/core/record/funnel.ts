import type { Severity } from './finding.ts'

/** What one recipe step did. */
export interface FunnelStep {
  /** Names the step in selections and answers: the rule's id, `token-limit~2` for its second use. */
  key: string
  /** Rule id. */
  rule: string
  title: string
  /** The parameters in a person's words: "at most 32,000 tokens (traj_tokens)". */
  summary: string
  severity: Severity
  /** Examples that were still in and failed here. */
  dropped: number
  /** Examples that only this step drops. */
  only: number
  /** Examples that fail here, whatever the other steps say. */
  failing: number
  /** Of those, the ones that fail because a check the rule needs did not come to an end on them. */
  faults: number
  /** Still in after this step. */
  remaining: number
}

/** What a recipe removed; kept + dropped = total, and dropped is the sum over steps. */
export interface Funnel {
  total: number
  kept: number
  dropped: number
  steps: FunnelStep[]
  /** `overlap[i][j]`: examples that fail both step i and step j; the diagonal is `failing`. */
  overlap: number[][]
}
