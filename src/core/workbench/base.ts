import { ORPCError, ValidationError } from '@orpc/contract'
import { implement } from '@orpc/server'
import { contract } from '#contract'
import { type Fault, toFault } from '#record'

/** Turns whatever a call threw into the contract's one error, so that every host shows the same words. */
function asFault(error: unknown): ORPCError<'FAULT', Fault> {
  if (error instanceof ORPCError && error.code === 'FAULT') return error
  const data = error instanceof ORPCError ? faultOfProtocolError(error) : toFault(error)
  return new ORPCError('FAULT', { message: data.message, data, cause: error, defined: true })
}

function faultOfProtocolError(error: ORPCError<string, unknown>): Fault {
  const issues = error.cause instanceof ValidationError ? error.cause.issues : []
  const first = issues[0]
  const culprit = first?.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || null
  const isInput = error.code === 'BAD_REQUEST'
  const message = first ? `${culprit ?? 'input'}: ${first.message}` : error.message
  return { kind: isInput ? 'bad-input' : 'internal', message, culprit, remedy: isInput ? 'Check the value and try again.' : null }
}

async function* withFaults(stream: AsyncIterator<unknown>): AsyncGenerator<unknown> {
  try {
    for (let step = await stream.next(); !step.done; step = await stream.next()) yield step.value
  } catch (error) {
    throw asFault(error)
  } finally {
    await stream.return?.()
  }
}

function isStream(output: unknown): output is AsyncIterator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output
}

/** The implementer every room's calls are made with: failures leave as Faults, from answers and from streams alike. */
export const os = implement(contract).use(async ({ next }) => {
  try {
    const result = await next()
    return isStream(result.output) ? { ...result, output: withFaults(result.output) as typeof result.output } : result
  } catch (error) {
    throw asFault(error)
  }
})
