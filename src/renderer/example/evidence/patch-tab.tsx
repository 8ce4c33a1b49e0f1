import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useLayout } from '../../state/use-layout.ts'
import { Button, EmptyState, ErrorState, formatCount, formatCounted, Segmented, Skeleton, Tooltip } from '../../widgets/index.ts'
import { useFoundHere } from '../findings/use-findings.ts'
import { fileAt, pieceOf } from '../logic/finding-places.ts'
import { patchQuery } from '../queries.ts'
import type { Detail, PatchSide, PatchSummary } from '../types.ts'
import { CompareView } from './compare-view.tsx'
import { PatchFileView, type PatchLook } from './patch-file-view.tsx'
import { PatchFiles } from './patch-files.tsx'
import { useViewed } from './use-viewed.ts'

/** A patch: its files, and the chosen one as a diff. */
export function PatchTab({ detail, which }: { detail: Detail; which: PatchSide }) {
  const api = useApi()
  const { id } = detail.row
  const hasPatch = which === 'model' ? detail.hasPatch : detail.hasReferencePatch
  const patch = useQuery({ ...patchQuery(api, id, which), enabled: hasPatch })
  if (!hasPatch) return <NoPatch />
  if (patch.error) return <ErrorState error={patch.error} onRetry={() => void patch.refetch()} />
  if (!patch.data) {
    return (
      <div className="patch-loading">
        <Skeleton lines={2} height={16} label="Loading the patch" />
        <Skeleton lines={14} height={14} label="Loading the diff" />
      </div>
    )
  }
  if (patch.data.files.length === 0) return <Unreadable patch={patch.data} />
  return <Patch detail={detail} which={which} patch={patch.data} />
}

function NoPatch() {
  return <EmptyState title="No patch">The run left no diff. Its label and its last steps tell more.</EmptyState>
}

function Unreadable({ patch }: { patch: PatchSummary }) {
  if (patch.bytes === 0) return <NoPatch />
  return (
    <EmptyState title="No file could be read from this patch">
      <p>It has {formatCount(patch.bytes)} bytes. The Raw tab shows it as it is stored.</p>
      <Problems problems={patch.problems} />
    </EmptyState>
  )
}

function Patch({ detail, which, patch }: { detail: Detail; which: PatchSide; patch: PatchSummary }) {
  const { id, contentHash } = detail.row
  const of = `${which}/${id}`
  // Another example or side starts afresh without unmounting the editor.
  const [stored, setStored] = useState({ of, file: 0 })
  const [viewed, setViewed] = useViewed(`${contentHash}/${which}`)
  const [look, setLook] = usePatchLook()
  const canCompare = detail.hasPatch && detail.hasReferencePatch
  const choose = (next: number) => setStored({ of, file: next })
  usePointedFile(which, patch, choose)
  const file = Math.min(stored.of === of ? stored.file : 0, patch.files.length - 1)
  const view = (seen: number, goesOn: boolean) => {
    const now = new Set(viewed)
    if (!now.delete(seen)) now.add(seen)
    setViewed(now)
    const next = goesOn && now.has(seen) ? patch.files.findIndex((_, i) => i > seen && !now.has(i)) : -1
    if (next !== -1) choose(next)
  }
  const move = (by: number) => choose((file + by + patch.files.length) % patch.files.length)
  useKeys([
    { key: 'v', name: 'Mark file viewed', group: 'Patch', run: () => view(file, true) },
    { key: '.', name: 'Next file', group: 'Patch', run: () => move(1) },
    { key: ',', name: 'Previous file', group: 'Patch', run: () => move(-1) },
    {
      key: 's',
      name: 'Split or unified',
      group: 'Patch',
      run: () => setLook({ ...look, layout: look.layout === 'split' ? 'unified' : 'split' }),
    },
    ...(canCompare ? [{ key: 'q', name: 'Compare', group: 'Patch', run: () => setLook({ ...look, compares: !look.compares }) }] : []),
    { key: 'Shift+S', name: 'Hide whitespace', group: 'Patch', run: () => setLook({ ...look, hidesWhitespace: !look.hidesWhitespace }) },
  ])
  const chosen = patch.files[file]
  const compares = look.compares && canCompare
  return (
    <div className="patch">
      <PatchTools patch={patch} viewed={viewed.size} canCompare={canCompare} look={look} onLook={setLook} />
      {compares ? (
        <CompareView key={id} id={id} />
      ) : (
        <>
          <PatchFiles files={patch.files} chosen={file} onChoose={choose} viewed={viewed} onView={(seen) => view(seen, false)} />
          {patch.cut !== null && <p className="cut-note">{patch.cut}</p>}
          <Problems problems={patch.problems} />
          {chosen && <PatchFileView id={id} which={which} index={file} file={chosen} look={look} />}
        </>
      )}
    </div>
  )
}

/** Chooses the file that holds what is pointed out. */
function usePointedFile(which: PatchSide, patch: PatchSummary, onFile: (file: number) => void): void {
  const { list, pointed } = useFoundHere()
  const at = pointed ? pieceOf(list, pointed)?.at : null
  const file = which === 'model' && at?.field === 'patch' ? fileAt(patch.files, at.start) : -1
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another finding chooses a file, never the choice of another file
  useEffect(() => {
    if (file !== -1) onFile(file)
  }, [pointed, file])
}

interface ToolsProps {
  patch: PatchSummary
  viewed: number
  canCompare: boolean
  look: PatchLook
  onLook: (look: PatchLook) => void
}

function PatchTools({ patch, viewed, canCompare, look, onLook }: ToolsProps) {
  return (
    <div className="evidence-tools">
      <span className="muted">
        {formatCounted(patch.files.length, 'file')}
        {viewed > 0 && `, ${viewed} viewed`}
      </span>
      <span className="plus">+{formatCount(patch.additions)}</span>
      <span className="minus">−{formatCount(patch.deletions)}</span>
      <span className="grow" />
      {canCompare && (
        <Button
          kind="ghost"
          className="jump-button"
          keys="q"
          aria-pressed={look.compares}
          onClick={() => onLook({ ...look, compares: !look.compares })}
        >
          Compare
        </Button>
      )}
      <Tooltip text="Hide changes of whitespace only" keys="Shift+S">
        <button
          type="button"
          className="toggle"
          aria-pressed={look.hidesWhitespace}
          aria-label="Hide whitespace"
          onClick={() => onLook({ ...look, hidesWhitespace: !look.hidesWhitespace })}
        >
          ␣
        </button>
      </Tooltip>
      <Segmented label="Diff layout" value={look.layout} segments={LAYOUTS} onChange={(layout) => onLook({ ...look, layout })} />
    </div>
  )
}

const LAYOUTS = [
  { value: 'split', label: 'split' },
  { value: 'unified', label: 'unified' },
] as const

function Problems({ problems }: { problems: string[] }) {
  if (problems.length === 0) return null
  return (
    <details className="extra">
      <summary>{formatCounted(problems.length, 'place')} in the patch could not be read</summary>
      <ul className="code">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </details>
  )
}

function usePatchLook(): [PatchLook, (look: PatchLook) => void] {
  const [stored, store] = useLayout<string>('example.patch', 'unified', (value) => (typeof value === 'string' ? value : null))
  const [layout, ...more] = stored.split(' ')
  const look: PatchLook = {
    layout: layout === 'split' ? 'split' : 'unified',
    hidesWhitespace: more.includes('hidden'),
    compares: more.includes('compare'),
  }
  return [look, (next) => store([next.layout, next.hidesWhitespace && 'hidden', next.compares && 'compare'].filter(Boolean).join(' '))]
}
