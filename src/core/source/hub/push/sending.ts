import type { CommitProgressEvent } from '@huggingface/hub'
import type { Connection } from '../net/create-connection.ts'
import type { Outgoing } from '../net/transport.ts'
import type { PushFile, PushProgress } from './types.ts'

/** What of a push has arrived, and the fetch that counts it. */
export interface Sending {
  /** For the library. */
  fetch: typeof globalThis.fetch
  /** Takes in what the library tells. */
  note(event: CommitProgressEvent): void
  progress(): PushProgress
  /** Of files, by this push. */
  bytesSent(): number
}

/** Counts the bytes of these files on their way: by what leaves the connection, and by what the library says has arrived. */
export function sendingOf(files: readonly PushFile[], connection: Connection, signal: AbortSignal): Sending {
  const bytes = new Map(files.map((file) => [file.path, file.bytes]))
  const total = files.reduce((sum, file) => sum + file.bytes, 0)
  const sent = new Map<string, number>()
  const arrived = new Set<string>()
  let phase: PushProgress['phase'] = 'sending'
  let file = files[0]?.path ?? ''

  const count = (path: string, more: number) => {
    sent.set(path, (sent.get(path) ?? 0) + more)
    if (more > 0) file = path
  }
  const doneOf = (path: string) => (arrived.has(path) ? (bytes.get(path) ?? 0) : Math.min(sent.get(path) ?? 0, bytes.get(path) ?? 0))

  return {
    fetch: (input, init) => {
      const path = pathOf(init)
      const onSent = path === null ? undefined : (more: number) => count(path, more)
      return connection.send(
        new URL(input instanceof Request ? input.url : input),
        { ...init, signal: init?.signal ?? signal },
        {
          ...outgoingOf(init?.body ?? ''),
          ...(onSent && { onSent }),
        },
      )
    },
    note(event) {
      if (event.event === 'phase') phase = event.phase === 'committing' ? 'committing' : 'sending'
      else if (event.state === 'uploading' && event.progress === 1) arrived.add(event.path)
      else if (event.state === 'hashing') file = event.path
    },
    progress() {
      const done = phase === 'committing' ? total : [...bytes.keys()].reduce((sum, path) => sum + doneOf(path), 0)
      return { phase, done, total, file }
    },
    bytesSent() {
      // What was not put to the storage went within the commit, or had been there before.
      const inline = [...bytes].filter(([path]) => !arrived.has(path)).reduce((sum, [, size]) => sum + size, 0)
      return inline + [...sent.values()].reduce((sum, one) => sum + one, 0)
    },
  }
}

/** The library says of an upload which file it is. */
function pathOf(init: RequestInit | undefined): string | null {
  const { progressHint } = (init ?? {}) as { progressHint?: { path?: unknown } }
  return typeof progressHint?.path === 'string' ? progressHint.path : null
}

function outgoingOf(body: unknown): Outgoing {
  if (body instanceof Blob) return { length: body.size, open: () => body.stream() }
  const bytes = Buffer.from(typeof body === 'string' ? body : '')
  return { length: bytes.length, open: () => inPieces(bytes) }
}

const PIECE = 64 * 1024

/** A commit with files in it has some ten megabytes: told as they go. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}
