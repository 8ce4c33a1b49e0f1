import { create } from 'zustand'
import type { Answers, Api } from '../../api/api.ts'
import { isCancelled } from '../../state/fault-of.ts'
import { beginWork, whenDropped } from '../../state/running-work.ts'
import { announce, formatCounted } from '../../widgets/index.ts'

type EventOf<Stream> = Stream extends AsyncIterable<infer Event> ? Event : never
type VerifyEvent = EventOf<Answers['export']['verify']>

/** What came of it. */
export type Verified = Extract<VerifyEvent, { kind: 'done' }>['result']
/** How far it is. */
export type VerifyStep = Extract<VerifyEvent, { kind: 'progress' }>

/** The folder this page verifies. It goes on when the person goes to another screen. */
export type Verifying =
  | { kind: 'running'; dir: string; step: VerifyStep | null; cancel: () => void }
  | { kind: 'done'; dir: string; result: Verified }
  | { kind: 'stopped'; dir: string }
  | { kind: 'failed'; dir: string; error: unknown }

/** See {@link Verifying}; null before anything. */
export const useVerifying = create<{ verifying: Verifying | null }>(() => ({ verifying: null }))

whenDropped(() => useVerifying.setState({ verifying: null }))

/** Verifies a folder and follows it to its end; one at a time. */
export async function startVerifying(api: Api, dir: string): Promise<void> {
  if (useVerifying.getState().verifying?.kind === 'running') return
  const stop = new AbortController()
  const cancel = () => stop.abort()
  // What was dropped, with its workspace, has nobody left to tell.
  const put = (verifying: Verifying) =>
    useVerifying.setState((now) => (now.verifying?.kind === 'running' && now.verifying.cancel === cancel ? { verifying } : now))
  const end = beginWork(cancel)
  useVerifying.setState({ verifying: { kind: 'running', dir, step: null, cancel } })
  try {
    for await (const event of await api.export.verify({ dir }, { signal: stop.signal })) {
      if (event.kind === 'progress') put({ kind: 'running', dir, step: event, cancel })
      else {
        put({ kind: 'done', dir, result: event.result })
        const { ok, problems, more } = event.result
        announce(ok ? 'Verified: nothing is wrong' : `${formatCounted(problems.length + more, 'problem')} found`)
      }
    }
    put({ kind: 'stopped', dir })
  } catch (error) {
    const wasCancelled = stop.signal.aborted || isCancelled(error)
    put(wasCancelled ? { kind: 'stopped', dir } : { kind: 'failed', dir, error })
    if (wasCancelled) announce('Cancelled')
  } finally {
    end()
  }
}
