import type { z } from 'zod'
import type { exportRecord } from '#contract'
import type { Desk } from '../desk.ts'

type ExportRecord = z.infer<typeof exportRecord>

/** Setting of the workspace that lists the exports made, newest first. */
const HISTORY = 'exports'
const HISTORY_LIMIT = 50

/** Exports made from this workspace, newest first. */
export function historyOf({ session }: Desk): ExportRecord[] {
  return JSON.parse(session.workspace.record.setting(HISTORY) ?? '[]') as ExportRecord[]
}

/** Puts one in front. */
export function remember(desk: Desk, made: ExportRecord): void {
  desk.session.workspace.record.setSetting(HISTORY, JSON.stringify([made, ...historyOf(desk)].slice(0, HISTORY_LIMIT)))
}
