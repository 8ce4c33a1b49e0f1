import { FaultError, fault } from '#record'
import { hubFault } from '../hub-fault.ts'
import { NetError } from '../net/net-error.ts'

/** Where it was going. */
export interface PushContext {
  url: string
  repo: string
  branch: string
}

const AGAIN = 'Push again: what has arrived is not sent a second time, and a commit is made whole or not at all.'

/** Turns what a push ends with into a Fault that says what to do; aborts, Faults about files and bugs pass unchanged. */
export function pushFault(error: unknown, context: PushContext): unknown {
  if (error instanceof NetError && error.trouble.kind === 'status' && error.trouble.isHub) {
    const own = refusalOf(error.trouble.status, error.trouble.said, context)
    if (own) return own
  }
  if (isLibrarys(error)) return unlike(error, context)
  const told = hubFault(error, { url: context.url, repo: context.repo, revision: context.branch, path: null })
  if (!(told instanceof FaultError) || told.fault.kind !== 'offline') return told
  return fault('offline', told.fault.message, { culprit: told.fault.culprit ?? context.repo, remedy: AGAIN })
}

/** True of the answer to a commit whose parent is not the branch's newest any more, or to the making of what is there. */
export function isConflict(error: unknown): boolean {
  return error instanceof NetError && error.trouble.kind === 'status' && [409, 412].includes(error.trouble.status)
}

/** Somebody else wrote to the branch. */
export function movedFault({ repo, branch }: PushContext): FaultError {
  return fault('conflict', `${repo} got another commit on ${branch} while this was being pushed; nothing of this push is in it.`, {
    culprit: repo,
    remedy: 'Look at what changed there, then push again: what has arrived is not sent a second time.',
  })
}

function refusalOf(status: number, said: string | null, { url, repo }: PushContext): FaultError | null {
  const words = said ? ` The Hub says: ${harmless(said)}` : ''
  if (status === 403) {
    return fault('forbidden', `The Hub does not let this token write to ${repo}.${words}`, {
      culprit: repo,
      remedy: `Use a token with the right to write there (${url}/settings/tokens), or push to a repository of your own.`,
    })
  }
  if (status === 400 || status === 413 || status === 422) {
    return fault('bad-input', `The Hub does not take this push to ${repo} (status ${status}).${words}`, {
      culprit: repo,
      remedy: 'Mend what it names (most often the card, README.md), export again and push.',
    })
  }
  return null
}

/** The library's own complaints about an answer: plain errors whose words may quote it. */
function isLibrarys(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof NetError || error instanceof FaultError || error.name === 'AbortError') return false
  return 'statusCode' in error || /^(Invalid server response|Unrequested object|Cannot get ETag)/.test(error.message)
}

function unlike(error: Error, { repo }: PushContext): FaultError {
  return fault('offline', `The Hub did not take a file for ${repo}: ${harmless(error.message)}`, { culprit: repo, remedy: AGAIN })
}

/** Words of a server: short, one line, no token and no address that is a right by itself. */
function harmless(text: string): string {
  return text
    .slice(0, 2000)
    .replace(/hf_[\w.-]+/gi, 'hf_…')
    .replace(/\?[^\s"']*/g, '?…')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}
