import { exportPlan } from '#contract'
import type { VerifiedFolder } from '#export'
import type { ExportPlan } from '#record'

/** The plan a manifest names; null, and a problem, where it is none. */
export function planOfManifest({ manifest, problems }: VerifiedFolder): ExportPlan | null {
  const read = exportPlan.safeParse(manifest?.plan)
  if (read.success) return read.data
  problems.add('manifest', 'manifest.json', 'The plan of the manifest is none: it was edited.')
  return null
}
