import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract'

/** What each call of the contract answers. */
export type Answers = InferContractRouterOutputs<Contract>
