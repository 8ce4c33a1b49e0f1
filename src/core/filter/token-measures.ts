/** Measures a token limit may be set on. */
export const TOKEN_MEASURES: readonly string[] = ['traj_tokens']
