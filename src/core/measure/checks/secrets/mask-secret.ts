/** Signs of it that stay: the first tell whose it is, the last which one. */
const HEAD = 4
const TAIL = 2

/** Of a shorter one, these would be a good part. */
const LEAST_SHOWN = 16

/** A secret as it may be told: its first four and last two signs; of a short one nothing. The length stays hidden. */
export function maskSecret(secret: string): string {
  return secret.length < LEAST_SHOWN ? MASK : `${secret.slice(0, HEAD)}${MASK}${secret.slice(-TAIL)}`
}

const MASK = '••••••••'
