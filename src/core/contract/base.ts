import { oc } from '@orpc/contract'
import { fault } from './common.ts'

/** What every call of the contract is made from: it may fail as one {@link Fault}. */
export const base = oc.errors({ FAULT: { message: 'A failure Winnow expected', data: fault } })
