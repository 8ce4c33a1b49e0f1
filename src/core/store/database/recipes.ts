import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { KeptRecipe, RecordStore } from '../types.ts'
import { decodeText, encodeText } from './encode.ts'

interface RecipeLine {
  name: string
  text: string
  rules: string
  first_at: string
}

/** Recipes people decided under, by their hash: kept for good, because the ledger names them. */
export function recipeTable(db: DatabaseSyncInstance): Pick<RecordStore, 'keepRecipe' | 'keptRecipe'> {
  return {
    keepRecipe(hash, { name, text, rules, firstAt }) {
      db.prepare('INSERT OR IGNORE INTO recipes (hash, name, text, rules, first_at) VALUES (?, ?, ?, ?, ?)').run(
        hash,
        encodeText(name),
        encodeText(text),
        JSON.stringify(rules),
        firstAt,
      )
    },
    keptRecipe(hash): KeptRecipe | null {
      const line = db.prepare('SELECT name, text, rules, first_at FROM recipes WHERE hash = ?').get(hash) as RecipeLine | undefined
      if (!line) return null
      const rules = JSON.parse(line.rules) as Record<string, number>
      return { name: decodeText(line.name), text: decodeText(line.text), rules, firstAt: line.first_at }
    },
  }
}
