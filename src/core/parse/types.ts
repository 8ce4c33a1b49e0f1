import type { Example, Rejection } from '#record'

/** A row either is an Example or says why not. */
export type Parsed = { kind: 'example'; example: Example } | { kind: 'rejection'; rejection: Rejection }
