import type { Arrival } from './follow.ts'
import { NetError } from './net-error.ts'
import { askedWaitMs } from './retry-policy.ts'

/** An answer that is no success as what can be thrown. `said`: its words where they are in its body. */
export function statusError({ answer, isHub, hadToken }: Arrival, said: string | null = null): NetError {
  return new NetError(answer.url.host, {
    kind: 'status',
    status: answer.status,
    code: answer.header('x-error-code'),
    said: answer.header('x-error-message') ?? said,
    hadToken,
    isHub,
    waitMs: askedWaitMs(answer.header, Date.now()),
  })
}
