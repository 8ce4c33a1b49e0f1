/** Why a request came to nothing. Nothing in it was sent by us: no header, no query, no token. */
export type Trouble =
  /** An answer that is not a success. */
  | {
      kind: 'status'
      status: number
      /** `X-Error-Code` and `X-Error-Message`, the Hub's own words. */
      code: string | null
      said: string | null
      hadToken: boolean
      /** From the hub itself, not from a host it redirects to. */
      isHub: boolean
      /** What it asks to wait, in milliseconds. */
      waitMs: number | null
    }
  /** No connection: the code of the system. `isNew`: nothing there ever answered, so it is more likely a wrong name than a pause. */
  | { kind: 'unreachable'; code: string; isNew: boolean }
  /** The proxy does not let it through. */
  | { kind: 'proxy'; status: number }
  | { kind: 'certificate'; code: string }
  /** The connection broke, stalled or ended early. `what` ends a sentence about the host. */
  | { kind: 'broken'; what: string }
  /** An answer that does not keep to HTTP's rules, so that its bytes cannot be trusted. */
  | { kind: 'dishonest'; what: string }
  /** A redirect that is not followed. */
  | { kind: 'redirect'; what: string }

/** A {@link Trouble} on its way to become a Fault. */
export class NetError extends Error {
  readonly host: string
  /** Host and port of the proxy it went through. */
  readonly proxy: string | null
  readonly trouble: Trouble

  constructor(host: string, trouble: Trouble, proxy: string | null = null) {
    super(`${host}: ${trouble.kind}`)
    this.name = 'NetError'
    this.host = host
    this.proxy = proxy
    this.trouble = trouble
  }
}

/** Statuses with which a content host says that an address it once gave is no longer good. */
export const STALE_STATUSES: readonly number[] = [401, 403, 404, 410]

/** Whether trying again may help. */
export function isPassing(trouble: Trouble): boolean {
  switch (trouble.kind) {
    case 'status':
      return (
        trouble.status === 408 ||
        trouble.status === 429 ||
        trouble.status >= 500 ||
        (!trouble.isHub && STALE_STATUSES.includes(trouble.status))
      )
    case 'proxy':
      return trouble.status >= 500
    case 'certificate':
    case 'redirect':
      return false
    default:
      return true
  }
}
