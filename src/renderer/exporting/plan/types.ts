import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '#contract'
import type { Answers } from '../../api/api.ts'

type Plan = InferContractRouterInputs<Contract>['export']['preview']

/** Which examples leave, as a plan has it. */
export type Choice = NonNullable<Plan['choice']>

/** How they are divided. */
export type Splits = NonNullable<Plan['splits']>

/** What caps and shares count by. */
export type Grouping = Choice['caps'][number]['per']

/** What leaves by the plan, in numbers. */
export type Preview = Answers['export']['preview']
