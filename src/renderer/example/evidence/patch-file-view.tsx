import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useApi } from '../../api/use-api.ts'
import { hunkTexts, languageOf, loadDiffView } from '../../monaco/index.ts'
import { EmptyState, ErrorState } from '../../widgets/index.ts'
import { pathOf, remarksOf } from '../logic/patch-paths.ts'
import { visibleText } from '../logic/split-text.ts'
import { patchFileQuery } from '../queries.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { PatchFileDetail, PatchFileSummary, PatchSide } from '../types.ts'
import { LoadingLines } from './loading-lines.tsx'

const DiffView = lazy(loadDiffView)

/** How diffs are drawn. */
export interface PatchLook {
  layout: 'split' | 'unified'
  hidesWhitespace: boolean
  /** The two patches are held against each other instead. */
  compares: boolean
}

interface PatchFileViewProps {
  id: string
  which: PatchSide
  index: number
  file: PatchFileSummary
  look: PatchLook
}

/** One file of a patch as a diff. The last one stays until the next is there. */
export function PatchFileView({ id, which, index, file, look }: PatchFileViewProps) {
  const api = useApi()
  const { data, error, refetch } = useQuery({ ...patchFileQuery(api, id, which, index), placeholderData: (previous) => previous })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (file.binary) return <EmptyState title="Binary file">Its content is not in the patch.</EmptyState>
  return (
    <>
      {data?.cut != null && <p className="cut-note">{data.cut}</p>}
      {data && data.hunks.length === 0 ? (
        <EmptyState title="No lines changed">
          <MarkedText text={remarksOf(file).join(', ') || `The patch only says: ${file.status}.`} />
        </EmptyState>
      ) : (
        <div className="patch-diff">{data ? <Diff detail={data} look={look} /> : <LoadingLines label="Loading the diff" />}</div>
      )}
    </>
  )
}

function Diff({ detail, look }: { detail: PatchFileDetail; look: PatchLook }) {
  const texts = useMemo(() => hunkTexts(detail.hunks), [detail.hunks])
  const path = pathOf(detail)
  return (
    <Suspense fallback={<LoadingLines label="Loading the diff" />}>
      <DiffView
        label={`Diff of ${visibleText(path)}`}
        texts={texts}
        language={languageOf(path)}
        layout={look.layout}
        hidesWhitespace={look.hidesWhitespace}
      />
    </Suspense>
  )
}
