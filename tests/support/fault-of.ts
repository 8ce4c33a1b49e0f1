import { isDefinedError, safe } from '@orpc/client'

/** The Fault a call ends with; throws when it ends well, or with something that is no Fault. */
export async function faultOf(call: Promise<unknown>) {
  const { error } = await safe(call)
  if (!isDefinedError(error as Error)) throw error ?? new Error('it did not fail')
  return (error as unknown as { data: { kind: string; message: string; culprit: string | null; remedy: string | null } }).data
}
