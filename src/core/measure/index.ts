/** Versioned numbers about one Example, and the threads that compute them. */
export { countTokens } from './tokens/count-tokens.ts'
export type * from './types.ts'
