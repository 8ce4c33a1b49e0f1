import type { Answers } from '../api/api.ts'

/** Attempts at one instance, as the host answers them. */
export type Attempts = Answers['sibling']['attempts']
/** One of them. */
export type Attempt = Attempts['attempts'][number]
/** Some of them laid side by side. */
export type Alignment = Answers['sibling']['align']
/** One call in it. */
export type AlignedCall = Alignment['runs'][number]['calls'][number]
/** A preference pair. */
export type Pair = Answers['sibling']['pairs']['rows'][number]
