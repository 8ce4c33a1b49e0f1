import { FaultError, fault, toFault } from '#record'

const DENIED = ['EACCES', 'EPERM']

/** Whatever stopped a write, as a Fault that names the place and says that nothing half-written stays. */
export function writeFault(error: unknown, place: string, signal?: AbortSignal): FaultError {
  if (error instanceof FaultError) return error
  if (signal?.aborted) return fault('cancelled', `Cancelled; nothing was written to ${place}.`, { culprit: place, cause: error })
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  if (code === undefined || !DENIED.includes(code)) return new FaultError(toFault(error, place), { cause: error })
  return fault('read-only', `${place} cannot be written: permission denied.`, {
    culprit: place,
    remedy: 'Choose another folder.',
    cause: error,
  })
}
