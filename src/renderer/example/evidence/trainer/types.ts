import type { Answers } from '../../../api/api.ts'

/** An example as a trainer reads it. */
export type TrainerView = Answers['trainer']['view']
/** One question about it with its answer. */
export type MarkerCheck = TrainerView['checks'][number]
/** What the format or a policy does to it. */
export type TrainerNote = TrainerView['notes'][number]
/** Its tokens as the trainer counts them. */
export type TrainerTokens = NonNullable<TrainerView['tokens']>
