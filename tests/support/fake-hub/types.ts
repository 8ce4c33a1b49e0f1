/** A file of a fake repository. Its bytes are asked for when somebody fetches them, so a repository may be larger than any disk. */
export interface FakeFile {
  path: string
  size: number
  /** sha256 (64 hex digits) where `isLfs`, else a git blob id (40 hex digits): what listing and ETag say. */
  etag: string
  /** Kept in LFS (and listed with a xet hash): `resolve` redirects to the other host. */
  isLfs: boolean
  /** Bytes from `start` up to `end` (exclusive). */
  read(start: number, end: number): Promise<Uint8Array>
}

/** The files at one commit. */
export interface FakeCommit {
  /** 40 hex digits. */
  sha: string
  files: FakeFile[]
}

/** A dataset repository. */
export interface FakeRepo {
  /** `OWNER/NAME`. */
  id: string
  /** Newest last. */
  commits: FakeCommit[]
  /** Branches and tags by name; default `{ main: newest }`. */
  refs?: Record<string, string>
  /** Only with the hub's token; without it, 401 as the Hub answers for what may not exist. */
  isPrivate?: boolean
  /** 403 with X-Error-Code GatedRepo unless the token is the hub's. */
  isGated?: boolean
  /** Asked for under its old name, it redirects to this one. */
  renamedTo?: string
}

/**
 * What goes wrong. `after` counts body bytes sent before it happens: a shorter body breaks off one byte before its end, an answer without a
 * file or list (a redirect, an error) before its first byte, as does `reset` without `after`.
 */
export type Mishap =
  | { kind: 'reset'; after?: number }
  | { kind: 'status'; status: 403 | 409 | 412 | 429 | 500 | 502 | 503 | 504; retryAfter?: number }
  | { kind: 'stall'; after: number }
  /** The connection closes early though Content-Length promised more. */
  | { kind: 'truncate'; after: number }
  /** Body, Content-Length and Content-Range agree with each other but are `by` bytes fewer or more than asked for; zeros beyond the file's end. */
  | { kind: 'wrong-length'; by: number }
  /** 200 with the whole file, whatever the range. */
  | { kind: 'ignore-range' }
  | { kind: 'other-etag'; etag: string }
  | { kind: 'missing' }
  /** `resolve` redirects to this address instead of the fake's own second host. */
  | { kind: 'redirect'; to: string }
  | { kind: 'slow'; bytesPerSecond: number }

/**
 * When something goes wrong: of the requests that match and to which it can happen, every `every`th, at most `times` of them. Where several
 * rules are due the first is taken.
 */
export interface Rule {
  mishap: Mishap
  /**
   * The mishap comes before the hub has done what it was asked for: for `status`, and for `reset`, whose `after` then counts bytes of the request's body.
   * Default: it was done, and only the answer goes wrong.
   */
  isBefore?: boolean
  /** Against host-less address with query, e.g. `/datasets/o/n/resolve/...`. Default: `resolve` and content requests. */
  match?: RegExp
  /** Default 1: all of them. */
  every?: number
  /** Default: no end. */
  times?: number
}

/** One request as it came. */
export interface SeenRequest {
  host: 'hub' | 'content'
  method: string
  /** Path with query. */
  url: string
  range: string | null
  hasToken: boolean
  status: number
  /** Body bytes sent. */
  bytes: number
  /** Bytes of the request's body that were read. */
  received: number
}

/** Where a request is: just come, with half of its body read (a body with none skips that), or done, its answer not sent yet. */
export type Moment = 'came' | 'half' | 'done'

/** Who the one token belongs to. */
export interface FakeUser {
  name: string
  /** Default `write`. */
  role?: 'read' | 'write' | 'fineGrained'
  /** Organisations by name, with what the user may do there. */
  orgs?: Record<string, 'read' | 'contributor' | 'write' | 'admin'>
  /** Of a fine-grained token: users, organisations and repositories it may write to. */
  mayWriteTo?: string[]
}

/** A Hub on two ports of the loopback address: the hub itself, and the host its redirects name. */
export interface FakeHub {
  /** `http://127.0.0.1:PORT`. */
  url: string
  contentUrl: string
  /** Every request so far, in order. */
  requests(): readonly SeenRequest[]
  /** Sums over {@link requests}. */
  totals(): { requests: number; bytes: number }
  forgetRequests(): void
  /** Replaces the rules; none is perfect behaviour. */
  misbehave(...rules: Rule[]): void
  /** Adds or replaces a repository by id: how a branch moves. */
  put(repo: FakeRepo): void
  /** The repository as it is now. */
  repo(id: string): FakeRepo | undefined
  /** LFS objects that arrived, by sha256, with how often each was put whole. */
  arrivals(): ReadonlyMap<string, number>
  /** Calls this for every request from now on, and waits for it. */
  watch(look: ((moment: Moment, request: SeenRequest) => unknown) | null): void
  close(): Promise<void>
}

/** How a fake is started. */
export interface FakeHubOptions {
  repos: FakeRepo[]
  /** The one token it accepts; default `hf_fake_token`. A request with another is 401. */
  token?: string
  /** Who it belongs to; default `curator`, who may write. */
  user?: FakeUser
  /** LFS objects of more bytes are put in parts of so many; default all in one. */
  partBytes?: number
  /** Entries a page of the tree; default 1000. */
  pageSize?: number
  /** Default: free ports. */
  port?: number
  /** Milliseconds before every answer, as of a host far away; default 0. */
  latency?: number
  /** How long the signed addresses of the content host are good for; afterwards 403. Default 3600. */
  linkSeconds?: number
}
