import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract'

/** The contract as the page calls it. */
export type Api = ContractRouterClient<Contract>

/** What each call answers. */
export type Answers = InferContractRouterOutputs<Contract>
