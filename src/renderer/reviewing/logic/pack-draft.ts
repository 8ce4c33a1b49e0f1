import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '#contract'
import type { Selection } from '../../state/view-store.ts'

type PackInput = InferContractRouterInputs<Contract>['pack']['make']

/** How a file that is a review pack ends. */
export const PACK_SUFFIX = '.winnow-pack'

/** What is to go into a pack, as the person chooses it. */
export interface PackDraft {
  what: 'queue' | 'selection' | 'ledger'
  queue: string | null
  withLedger: boolean
}

/** What the host is asked to write; null while something is missing. */
export function packInputOf({ what, queue, withLedger }: PackDraft, selection: Selection, path: string): PackInput | null {
  const file = path.trim()
  if (file === '') return null
  if (what === 'ledger') return { path: file, withLedger: true }
  if (what === 'selection') return { path: file, selection, withLedger }
  return queue === null ? null : { path: file, queue, withLedger }
}

/** Where a pack is written unless somebody says otherwise: beside the workspace's folder, called as what is in it. */
export function packPath(workspace: string, name: string): string {
  const folder = workspace.replace(/[\\/]+[^\\/]*[\\/]*$/, '')
  const separator = workspace.includes('\\') ? '\\' : '/'
  const stem = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `${folder}${separator}${stem || 'review'}${PACK_SUFFIX}`
}
