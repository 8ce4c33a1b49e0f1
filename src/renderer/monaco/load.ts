import type { ComponentType } from 'react'
import type { DiffViewProps } from './diff-view.tsx'

/** Fetches the diff editor; the module is loaded once. */
export async function loadDiffView(): Promise<{ default: ComponentType<DiffViewProps> }> {
  const { DiffView } = await import('./diff-view.tsx')
  return { default: DiffView }
}

/** Loads the editor while nothing else is going on; returns what calls that off. Showing a diff tells of a failure. */
export function warmMonaco(): () => void {
  const handle = requestIdleCallback(() => void loadDiffView().catch(() => undefined), { timeout: 2000 })
  return () => cancelIdleCallback(handle)
}
