import type { Answers } from '../api/api.ts'

/** A rule as the contract describes it. */
export type RuleInfo = Answers['recipe']['rules'][number]
