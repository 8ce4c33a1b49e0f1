import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fault } from '#record'
import { Pending } from '../pending.ts'
import type { RecordStore } from '../types.ts'
import { bodyCache } from './body-cache.ts'
import { fileTable } from './files.ts'
import { idGiver } from './id-giver.ts'
import { indexTable } from './index-rows.ts'
import { ledgerTable } from './ledger.ts'
import { queueTable } from './queues.ts'
import { recipeTable } from './recipes.ts'
import { rejectionTable } from './rejections.ts'
import { rowTable } from './rows.ts'
import { settingTable } from './settings.ts'
import { sourceTable } from './sources.ts'
import { sqliteFault } from './sqlite-fault.ts'

/** The record store over an open database; what it changes is noted as pending. What SQLite throws leaves as a Fault that names the file. */
export function recordStore(db: DatabaseSyncInstance, path: string, pending: Pending = new Pending()): RecordStore {
  const giveId = idGiver(db)
  const store: RecordStore = {
    ...sourceTable(db, pending),
    ...fileTable(db),
    ...rowTable(db, giveId, pending),
    ...indexTable(db, giveId, pending),
    ...bodyCache(db),
    ...rejectionTable(db),
    ...ledgerTable(db),
    ...recipeTable(db),
    ...queueTable(db),
    ...settingTable(db),
  }
  return new Proxy(store, {
    get(target, name: keyof RecordStore) {
      const method: unknown = target[name]
      return typeof method === 'function' ? guarded(db, path, method.bind(target)) : method
    },
  })
}

function guarded(db: DatabaseSyncInstance, path: string, method: (...given: unknown[]) => unknown): (...given: unknown[]) => unknown {
  return (...given) => {
    if (!db.isOpen) {
      throw fault('conflict', `The workspace of ${path} has been closed.`, { culprit: path, remedy: 'Open the workspace again.' })
    }
    try {
      return method(...given)
    } catch (error) {
      throw sqliteFault(error, path)
    }
  }
}
