import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { CorpusOptions } from './corpus-options.ts'

/** A corpus on a Hub in a process of its own, whose memory and work are not mistaken for Winnow's. */
export interface ServedCorpus {
  url: string
  /** `OWNER/NAME`. */
  id: string
  files: { path: string; size: number }[]
  /** Bytes of all bodies sent so far; requests for parquet files, redirects among them. */
  counts(): Promise<{ bytes: number; requests: number }>
  stop(): void
}

/** Serves a corpus. `latency` is in milliseconds before every answer. */
export async function serveCorpus(options: Partial<CorpusOptions> & { latency: number }): Promise<ServedCorpus> {
  const child = fork(resolve(import.meta.dirname, 'corpus-process.mjs'), [JSON.stringify(options)])
  const said = async <Message>(): Promise<Message> => (await once(child, 'message'))[0] as Message
  const served = await said<Pick<ServedCorpus, 'url' | 'id' | 'files'>>()
  return {
    ...served,
    counts() {
      const answer = said<{ bytes: number; requests: number }>()
      child.send('counts')
      return answer
    },
    stop: () => {
      child.disconnect()
    },
  }
}
