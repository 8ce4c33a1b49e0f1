import type { TextEncoder } from '#measure'

/** Turns text into token ids, with the place of each. */
export type TokenEncoder = TextEncoder
