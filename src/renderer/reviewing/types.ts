import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '#contract'
import type { Answers } from '../api/api.ts'

/** A queue and where it stands. */
export type Queue = Answers['queue']['list'][number]

/** What a queue is made of. */
export type Definition = InferContractRouterInputs<Contract>['queue']['make']

/** In what order a queue shows its examples. */
export type Order = Definition['order']

/** How often people agree. */
export type Agreement = Answers['review']['agreement']

/** Two people who judged the same examples. */
export type Pair = Agreement['pairs'][number]

/** An example whose reviewers differ. */
export type Dispute = Answers['review']['disagreements']['rows'][number]

/** One entry of the ledger. */
export type Entry = Answers['review']['recent'][number]

/** What a merge found. */
export type Merged = Answers['pack']['merge']
