import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { notBuilt } from './not-built.ts'

/** The call that makes reports. */
export function reportCall(_desk: Desk) {
  return os.report.handler(() => notBuilt())
}
