/** Any known shape becomes an Example, or a Rejection with a reason. */
export { canonicalJson, contentHashOf } from './canonical-json.ts'
export { type Detected, detectShape } from './detect-shape.ts'
export { indexOf } from './index-of.ts'
export { parseRow } from './parse-row.ts'
export { PATCH_LIMITS, type PatchLimits, parsePatch } from './patch/parse-patch.ts'
export { stepsOf } from './steps-of.ts'
export { textOf } from './text-of.ts'
export type * from './types.ts'
