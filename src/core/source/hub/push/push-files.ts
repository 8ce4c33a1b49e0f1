import { pathToFileURL } from 'node:url'
import { type CommitOutput, type CommitProgressEvent, commitIter, createBranch, createRepo } from '@huggingface/hub'
import { fault } from '#record'
import type { Connection } from '../net/create-connection.ts'
import { linkSignals } from '../net/link-signals.ts'
import { lookAt, STAND_IN } from './look-at.ts'
import { isConflict, movedFault, type PushContext, pushFault } from './push-fault.ts'
import { type Sending, sendingOf } from './sending.ts'
import { isThere, type PushDone, type PushJob, type PushPlace, type PushProgress } from './types.ts'

/**
 * Makes one commit of it: what is missing is made first (repository, branch), large files go to the Hub's storage, then the commit names them all. Until
 * then nothing is to be seen; files that arrived before are not sent again. Nothing to do makes no commit.
 * @throws Fault `conflict` when the branch moved, `forbidden`, `bad-input` (what the Hub does not take), `offline`; the signal's reason.
 */
export async function* pushFiles(job: PushJob, connection: Connection, signal?: AbortSignal): AsyncGenerator<PushProgress, PushDone> {
  const { url } = await connection.access()
  const context = { url, repo: job.place.repo, branch: job.place.branch }
  const linked = linkSignals(signal)
  const tools = { connection, context, signal: linked.signal }
  try {
    linked.signal.throwIfAborted()
    const place = await prepare(job, tools)
    return yield* commit({ ...job, place }, tools)
  } catch (error) {
    linked.signal.throwIfAborted()
    throw pushFault(error, context)
  } finally {
    // Who does not listen any more ends it.
    linked.abort()
    linked.unlink()
  }
}

interface Tools {
  connection: Connection
  context: PushContext
  signal: AbortSignal
}

/** The place with repository and branch there. */
async function prepare(job: PushJob, tools: Tools): Promise<PushPlace> {
  const { place } = job
  if (place.head !== null) return place
  const { context, connection, signal } = tools
  const repo = { type: 'dataset', name: place.repo } as const
  const common = { repo, hubUrl: context.url, accessToken: STAND_IN, fetch: sendingOf([], connection, signal).fetch }
  const made = place.exists ? createBranch({ ...common, branch: place.branch }) : makeRepo(job, common)
  await made.catch((error) => {
    // There by now: made by a try whose answer was lost, or by somebody else; looking tells.
    if (!isConflict(error)) throw error
  })
  const now = await lookNow(place, tools)
  if (now.exists && now.head === null && !place.exists) return prepare({ ...job, place: now }, tools)
  if (!place.exists && now.isPrivate === false && job.isPrivate) throw publicByNow(place.repo)
  if (now.head === null) throw movedFault(context)
  return now
}

async function makeRepo(job: PushJob, common: Parameters<typeof createRepo>[0]): Promise<void> {
  await createRepo({ ...common, visibility: job.isPrivate ? 'private' : 'public' })
}

async function lookNow(place: PushPlace, { connection, signal }: Tools): Promise<PushPlace> {
  const now = await lookAt({ repo: place.repo, revision: place.branch, path: null }, connection, signal)
  const [refusal] = now.refusals
  if (refusal) throw fault(refusal.kind, refusal.message, { culprit: refusal.culprit ?? place.repo, remedy: refusal.remedy ?? '' })
  return now
}

async function* commit(job: PushJob, tools: Tools): AsyncGenerator<PushProgress, PushDone> {
  const { place } = job
  const files = job.files.filter((file) => !isThere(place, file))
  const removed = job.removed.filter((path) => place.files.has(path))
  const sending = sendingOf(files, tools.connection, tools.signal)
  const done = { url: place.url, files: files.length, isPrivate: place.isPrivate ?? job.isPrivate }
  if (files.length + removed.length === 0) return { ...done, commit: place.head ?? '', bytesSent: 0 }
  const steps = commitIter({
    repo: { type: 'dataset', name: place.repo },
    branch: place.branch,
    hubUrl: tools.context.url,
    accessToken: STAND_IN,
    title: job.message,
    operations: [
      ...files.map(({ path, from }) => ({ operation: 'addOrUpdate' as const, path, content: pathToFileURL(from) })),
      ...removed.map((path) => ({ operation: 'delete' as const, path })),
    ],
    useXet: false,
    fetch: sending.fetch,
    ...(place.head === null ? {} : { parentCommit: place.head }),
    abortSignal: tools.signal,
  })
  try {
    const output = yield* follow(steps, sending)
    return { ...done, commit: output?.commit.oid ?? '', bytesSent: sending.bytesSent() }
  } catch (error) {
    tools.signal.throwIfAborted()
    if (!isConflict(error)) throw error
    return { ...done, commit: await commitOfOurs(job, tools), bytesSent: sending.bytesSent() }
  }
}

type Steps = AsyncGenerator<CommitProgressEvent, CommitOutput | undefined>

/** Often enough for the eye. */
const TELL_EVERY_MS = 200

async function* follow(steps: Steps, sending: Sending): AsyncGenerator<PushProgress, CommitOutput | undefined> {
  let next = steps.next()
  for (;;) {
    const step = await within(next)
    if (step === null) yield sending.progress()
    else if (step.done) return step.value
    else {
      next = steps.next()
      // Told later, to who waits for it then.
      next.catch(() => undefined)
      sending.note(step.value)
      yield sending.progress()
    }
  }
}

async function within<Value>(promise: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const tick = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TELL_EVERY_MS)
  })
  try {
    return await Promise.race([promise, tick])
  } finally {
    clearTimeout(timer)
  }
}

/** The branch moved: by us, when an answer was lost on its way and the commit asked for again. Then it holds just what was wanted. */
async function commitOfOurs({ place, files, removed }: PushJob, tools: Tools): Promise<string> {
  const now = await lookNow(place, tools)
  const isOurs = files.every((file) => isThere(now, file)) && !removed.some((path) => now.files.has(path))
  if (!isOurs || now.head === null) throw movedFault(tools.context)
  return now.head
}

function publicByNow(repo: string) {
  return fault('conflict', `${repo} was made public by somebody else in this moment; nothing was sent to it.`, {
    culprit: repo,
    remedy: 'Look at it on the Hub, then push again.',
  })
}
