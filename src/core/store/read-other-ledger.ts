import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { fault } from '#record'
import { ledgerTable } from './database/ledger.ts'
import { refuseNewer, schemaVersion } from './database/migrate.ts'
import { recipeTable } from './database/recipes.ts'
import { sqliteFault } from './database/sqlite-fault.ts'
import { plainFile } from './open-folder.ts'
import { RECORD_FILE } from './open-workspace.ts'
import type { KeptRecipe } from './types.ts'

/** The schema that brought the ledger, and the one that brought kept recipes. */
const WITH_LEDGER = 2
const WITH_RECIPES = 5

const PAGE = 10_000

/** What another workspace's ledger holds, as it is stored. */
export interface OtherLedger {
  lines: { seq: number; text: string }[]
  /** Null of a recipe that workspace does not have. */
  recipe(hash: string): KeptRecipe | null
}

/**
 * Reads the ledger of a workspace folder without taking it: nothing in it is changed, and whoever has it open goes on. `use` has what it reads until it
 * returns.
 *
 * @throws FaultError `not-found` when the folder holds no workspace, `workspace-newer`, `workspace-damaged` or `unreadable`
 */
export function readOtherLedger<T>(folder: string, use: (other: OtherLedger) => T): T {
  if (!lstatSync(join(folder, RECORD_FILE), { throwIfNoEntry: false })) throw noWorkspace(folder)
  const path = plainFile(folder, RECORD_FILE)
  let db: DatabaseSyncInstance | null = null
  try {
    db = new DatabaseSync(path, { readOnly: true })
    db.exec('PRAGMA trusted_schema = OFF')
    const version = schemaVersion(db, path)
    refuseNewer(version, path)
    const { keptRecipe } = recipeTable(db)
    return use({
      lines: version < WITH_LEDGER ? [] : linesOf(db),
      recipe: (hash) => (version < WITH_RECIPES ? null : keptRecipe(hash)),
    })
  } catch (error) {
    throw sqliteFault(error, path)
  } finally {
    db?.close()
  }
}

function linesOf(db: DatabaseSyncInstance): OtherLedger['lines'] {
  const { ledgerLines } = ledgerTable(db)
  const lines: OtherLedger['lines'] = []
  for (;;) {
    const page = ledgerLines({ afterSeq: lines.at(-1)?.seq ?? 0, limit: PAGE })
    for (const line of page) lines.push(line)
    if (page.length < PAGE) return lines
  }
}

function noWorkspace(folder: string) {
  return fault('not-found', `${folder} holds no Winnow workspace: there is no ${RECORD_FILE} in it.`, {
    culprit: folder,
    remedy: `Name the folder that ${RECORD_FILE} is in, or a review pack.`,
  })
}
