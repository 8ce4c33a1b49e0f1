import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { RecordStore } from '../types.ts'
import { decodeText, encodeText } from './encode.ts'

/** What the workspace remembers by key. */
export function settingTable(db: DatabaseSyncInstance): Pick<RecordStore, 'setting' | 'setSetting'> {
  return {
    setting(key) {
      const line = db.prepare('SELECT value FROM settings WHERE key = ?').get(encodeText(key)) as { value: string } | undefined
      return line ? decodeText(line.value) : null
    },
    setSetting(key, value) {
      db.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').run(encodeText(key), encodeText(value))
    },
  }
}
