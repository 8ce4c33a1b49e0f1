export type * from './types.ts'
export { PATCH_LIMITS, type PatchLimits, parsePatch } from './patch/parse-patch.ts'
