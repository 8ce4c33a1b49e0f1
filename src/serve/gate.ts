import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Lets in who holds the link printed in the terminal: a token works once and is exchanged for a session. */
export interface Gate {
  /** A fresh token. Every token works once; an unused one stays good. */
  newToken(): string
  /** Exchanges a token for a session id; null for one that is unknown or used. */
  redeem(token: string): string | null
  /** True for a session id that `redeem` gave. */
  isOpen(session: string | null): boolean
}

/** 256 bits: out of reach for guessing. */
const SECRET_BYTES = 32

/** A gate with no token yet. Secrets are kept as hashes and live in memory only. */
export function createGate(): Gate {
  const tokens: Buffer[] = []
  const sessions: Buffer[] = []
  const issue = (kept: Buffer[]): string => {
    const secret = randomBytes(SECRET_BYTES).toString('base64url')
    kept.push(digest(secret))
    return secret
  }
  return {
    newToken: () => issue(tokens),
    redeem(token) {
      const at = indexOfSecret(tokens, token)
      if (at === -1) return null
      tokens.splice(at, 1)
      return issue(sessions)
    },
    isOpen: (session) => session !== null && indexOfSecret(sessions, session) !== -1,
  }
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function indexOfSecret(kept: Buffer[], secret: string): number {
  const wanted = digest(secret)
  return kept.findIndex((one) => timingSafeEqual(one, wanted))
}
