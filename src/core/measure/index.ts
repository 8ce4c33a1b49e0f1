/** Versioned numbers about one Example, and the threads that compute them. */
export { measureExample, subjectOf } from './measure-example.ts'
export { MEASURE_INFO, measureFingerprint } from './measure-info.ts'
export { measures, tutorialColumns } from './measures.ts'
export { messageTokens } from './message-tokens.ts'
export { isTestCommand } from './shell/is-test-command.ts'
export { countTokens } from './tokens/count-tokens.ts'
export { toolCounts } from './tool-counts.ts'
export type * from './types.ts'
