import { MEASURE_INFO } from '#measure'

/** Measures a token limit may be set on. */
export const TOKEN_MEASURES: readonly string[] = MEASURE_INFO.filter(({ unit }) => unit === 'tokens').map(({ id }) => id)

/** The tutorial's count, meant where no other is named. */
export const DEFAULT_TOKEN_MEASURE = 'traj_tokens'
