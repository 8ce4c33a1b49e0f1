import type { Check } from './check.ts'
import { secrets } from './secrets/secrets.ts'

/** Every check, in the order their findings and measures are told. */
export const CHECKS: readonly Check[] = [secrets]
