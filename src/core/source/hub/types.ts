import type { OpenedSource, OpenOptions, SourceFile } from '../types.ts'
import type { PushDone, PushJob, PushPlace, PushProgress } from './push/types.ts'

/** How the Hub is reached. The token is never written down, logged or put into an error, and goes to no other origin than `url`'s. */
export interface HubAccess {
  /** `https://huggingface.co` unless set otherwise; no slash at the end. */
  url: string
  /** Starts with `hf_`; null for none. */
  token: string | null
  /** `http://host:port` of a proxy; null for none. */
  proxy: string | null
}

/** What went over the wire since the Hub was made. Live: read it again for newer numbers. */
export interface Traffic {
  /** Requests answered or given up, redirects and retries among them. */
  requests: number
  /** Bytes of bodies received. */
  bytes: number
}

/** What an `hf://` address names. */
export interface HubAddress {
  /** `OWNER/NAME`. */
  repo: string
  /** Branch, tag or commit as written; null for the default branch. */
  revision: string | null
  /** A folder or file of the repository; null for the whole. */
  path: string | null
}

/** Beside what every source takes. */
export interface HubOpenOptions extends OpenOptions {
  /** Instead of the one in the address: branch, tag or commit (a prefix of seven digits or more will do for one). */
  revision?: string
  /** What the workspace remembers of this source: its files at a commit are never listed twice. */
  known?: { revision: string; files: SourceFile[] } | null
}

/** Bytes kept on disk, all files together. */
export interface CachedBytes {
  files: number
  bytes: number
}

/** The Hub as one workspace sees it: what was fetched is kept in the workspace's `cache` folder and never fetched twice. */
export interface Hub {
  readonly traffic: Traffic
  /**
   * Pins the revision to a commit and lists the files. With `known` at the same commit the listing is not asked for again, and when the Hub
   * cannot be reached the known commit is used and a note says so.
   * @throws Fault `not-found` (repository, revision, path: says which), `forbidden` (gated, private, wrong token), `offline`, `bad-input`
   */
  open(address: string, options: HubOpenOptions): Promise<OpenedSource>
  /** Who the token belongs to; null without one, or when nobody answers. @throws the signal's reason */
  user(signal?: AbortSignal): Promise<string | null>
  /** Looks at where a push would go. @throws Fault `bad-input` for an address that is no place to push to; what forbids the push is in its `refusals` */
  lookAt(address: HubAddress, signal?: AbortSignal): Promise<PushPlace>
  /** Writes to it, as one commit. @throws Fault `conflict` (the branch moved), `forbidden`, `bad-input` (what the Hub does not take), `offline` */
  push(job: PushJob, signal?: AbortSignal): AsyncGenerator<PushProgress, PushDone>
  /** What the cache folder holds. */
  cached(): Promise<CachedBytes>
  /** Removes the files used longest ago until at most `bytes` are kept; says what was freed. Files being read stay. */
  prune(bytes: number): Promise<CachedBytes>
  /** Ends every request. */
  close(): Promise<void>
}

/** What a Hub is made with. Everything the outside does is passed in. */
export interface HubOptions {
  /** Asked before every request, so that a token given later is used. */
  access: () => Promise<HubAccess>
  /** The workspace's cache folder; made when it is needed. */
  cacheDir: string
  /** Requests on their way at the same time; default 8. */
  maxRequests?: number
  /** Times in milliseconds. A body that gives nothing for `stall` is asked for again; defaults 20,000, and 6 tries. */
  stall?: number
  tries?: number
  /** Waits; default a timer that the signal ends. Tests pass their own. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
  /** For jitter; default Math.random. */
  random?: () => number
}
