import type { OpenAnalysis } from './analysis/analysis-store.ts'
import type { Pending } from './pending.ts'
import type { AnalysisStore } from './types.ts'

/** The analysis with every change of its examples told to {@link Pending}, so that comparing is left out where nothing can differ. */
export function mirror({ store, reconcile }: Pick<OpenAnalysis, 'store' | 'reconcile'>, pending: Pending): AnalysisStore {
  return {
    ...store,
    async putExamples(rows) {
      await store.putExamples(rows)
      pending.wasPut(rows.map(({ index }) => index))
    },
    async removeExamples(ids) {
      await store.removeExamples(ids)
      pending.wereRemoved(ids)
    },
    async removeSource(id) {
      await store.removeSource(id)
      pending.sourceWasRemoved(id)
    },
    async clear() {
      await store.clear()
      pending.wasCleared()
    },
    async reconcile(current) {
      if (pending.isEmpty) return []
      const missing = await reconcile(current)
      pending.compared(missing)
      return missing.map(({ id }) => id)
    },
  }
}
