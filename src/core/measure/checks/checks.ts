import { callForm } from './call-form/call-form.ts'
import type { Check } from './check.ts'
import { claims } from './claims/claims.ts'
import { environment } from './environment/environment.ts'
import { gitHistory } from './git-history/git-history.ts'
import { loops } from './loops/loops.ts'
import { patchPaths } from './patch-paths/patch-paths.ts'
import { secrets } from './secrets/secrets.ts'

/** Every check, in the order their findings and measures are told. */
export const CHECKS: readonly Check[] = [gitHistory, callForm, loops, environment, patchPaths, claims, secrets]
