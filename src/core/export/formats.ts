import type { TargetFormat } from './targets/target-format.ts'
import { tutorial } from './targets/tutorial.ts'

/** Every trainer's format there is. */
export const FORMATS: readonly TargetFormat[] = [tutorial]
