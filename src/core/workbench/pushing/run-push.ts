import type { z } from 'zod'
import type { pushEvent, pushInput, pushOptions, pushPlanEvent } from '#contract'
import { type Fault, FaultError, fault } from '#record'
import { type PushPlace, parseHubAddress } from '#source'
import { type Desk, hubAccess } from '../desk.ts'
import { wholePath } from '../whole-path.ts'
import { type Inspected, type InspectProgress, inspectExport } from './inspect-export.ts'
import { planPush, removedBy } from './plan-push.ts'
import { type ExportFolder, readExport } from './read-export.ts'

type PushInput = z.infer<typeof pushInput>

/** Looks at what would leave and where to; nothing of it is sent. */
export async function* planOfPush(desk: Desk, input: PushInput, signal: AbortSignal): AsyncGenerator<z.infer<typeof pushPlanEvent>> {
  const { folder, place } = await look(desk, input, signal)
  const inspected = yield* told(inspectExport(folder, await toolsOf(desk, signal)), (step) => ({ kind: 'progress' as const, ...step }))
  yield { kind: 'done', result: planPush(folder, inspected, place) }
}

/** Pushes, or refuses. @throws Fault that says why nothing was pushed; what `Hub.push` throws */
export async function* runPush(
  desk: Desk,
  input: z.infer<typeof pushOptions>,
  signal: AbortSignal,
): AsyncGenerator<z.infer<typeof pushEvent>> {
  const job = desk.jobs.start('pushing', 'bytes')
  const tell = <Step extends InspectProgress>(step: Step) => {
    job.progress(step.done, step.total)
    return step
  }
  try {
    const { folder, place } = await look(desk, input, signal)
    refuse(place.refusals)
    if (place.isPrivate === false && input.isPrivate) throw isPublic(place)
    const looking = inspectExport(folder, await toolsOf(desk, signal))
    const inspected = yield* told(looking, (step) => ({ kind: 'progress' as const, phase: 'scanning' as const, ...tell(step) }))
    refuse(inspected.refusals)
    if (!input.allowSecrets) refuseSecrets(inspected)
    const removed = removedBy(folder, place)
    const message = input.message?.trim() || `Winnow export for ${folder.target}`
    const pushing = desk.session.hub.push({ place, files: inspected.files, removed, isPrivate: input.isPrivate, message }, signal)
    const done = yield* told(pushing, (step) => ({ kind: 'progress' as const, ...tell(step) }))
    yield { kind: 'done', result: { ...done, removed: removed.length, warnings: planPush(folder, inspected, place).warnings } }
  } finally {
    job.end()
  }
}

async function look(desk: Desk, { dir, to }: PushInput, signal: AbortSignal): Promise<{ folder: ExportFolder; place: PushPlace }> {
  const { url } = await hubAccess(desk.options, desk.settings)()
  const address = parseHubAddress(to, url)
  const folder = await readExport(wholePath(dir))
  return { folder, place: await desk.session.hub.lookAt(address, signal) }
}

async function toolsOf(desk: Desk, signal: AbortSignal) {
  const { token } = await hubAccess(desk.options, desk.settings)()
  return { ownToken: token?.trim() || null, workerUrl: desk.options.readWorkerUrl, signal }
}

/** Passes on what a stream tells, in other words, and gives what it ends with. */
async function* told<Step, Event, Result>(
  stream: AsyncGenerator<Step, Result>,
  tell: (step: Step) => Event,
): AsyncGenerator<Event, Result> {
  try {
    for (;;) {
      const next = await stream.next()
      if (next.done) return next.value
      yield tell(next.value)
    }
  } finally {
    await stream.return(undefined as never)
  }
}

function refuse([first, ...others]: readonly Fault[]): void {
  if (!first) return
  if (others.length === 0) throw new FaultError(first)
  throw new FaultError({ ...first, message: `${first.message} (${others.length} more reasons: a dry run lists them.)` })
}

function refuseSecrets({ secrets, moreSecrets }: Inspected): void {
  const [first] = secrets
  if (!first) return
  const count = secrets.length + moreSecrets
  const where = `${first.file}, line ${first.line}${first.exampleId === null ? '' : ` (example ${first.exampleId})`}`
  throw fault('forbidden', `${count === 1 ? 'A secret' : `${count} secrets`} would leave, the first in ${where}: ${first.what}`, {
    culprit: first.file,
    remedy:
      'See them all in a dry run, redact or reject these examples and export again; or push with --allow-secrets when none of them is real.',
  })
}

function isPublic({ repo, url }: PushPlace): FaultError {
  return fault('forbidden', `${repo} is public: everyone could read what is pushed to it, and this push is to be private.`, {
    culprit: repo,
    remedy: `Push with --public if that is what you want, make it private at ${url}/settings, or push to another name.`,
  })
}
