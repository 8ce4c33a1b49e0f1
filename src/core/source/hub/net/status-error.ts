import type { Arrival } from './follow.ts'
import { NetError } from './net-error.ts'
import { askedWaitMs } from './retry-policy.ts'

/** An answer that is no success as what can be thrown. */
export function statusError({ answer, isHub, hadToken }: Arrival): NetError {
  return new NetError(answer.url.host, {
    kind: 'status',
    status: answer.status,
    code: answer.header('x-error-code'),
    said: answer.header('x-error-message'),
    hadToken,
    isHub,
    waitMs: askedWaitMs(answer.header, Date.now()),
  })
}
