import { rows } from './0001-rows.ts'
import { ledger } from './0002-ledger.ts'
import { settings } from './0003-settings.ts'
import { index } from './0004-index.ts'
import { review } from './0005-review.ts'
import type { Migration } from './migration.ts'

export type { Migration } from './migration.ts'

/** Every migration, oldest first. */
export const MIGRATIONS: readonly Migration[] = [rows, ledger, settings, index, review]
