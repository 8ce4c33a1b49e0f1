import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useApi } from '../../api/use-api.ts'
import { languageOf, loadDiffView } from '../../monaco/index.ts'
import { EmptyState, ErrorState, formatCount, formatCounted } from '../../widgets/index.ts'
import { fileSide } from '../logic/file-side.ts'
import { visibleText } from '../logic/split-text.ts'
import { type FileAt, fileAtQuery, type TouchedFile } from './files-query.ts'
import { LoadingLines } from './loading-lines.tsx'

const DiffView = lazy(loadDiffView)

const TITLES = { unknown: 'Not known at this step', absent: 'Not there yet', whole: 'Empty file', parts: 'Empty file' } as const

/** A file as it stood after a step, what the step changed of it marked against the step before. */
export function FileAtView({ id, file, step }: { id: string; file: TouchedFile; step: number }) {
  const api = useApi()
  const { path } = file
  const isChange = file.editSteps.includes(step)
  const now = useQuery({
    ...fileAtQuery(api, id, path, step),
    placeholderData: (previous) => (previous?.path === path ? previous : undefined),
  })
  const before = useQuery({ ...fileAtQuery(api, id, path, Math.max(0, step - 1)), enabled: isChange })
  if (now.error) return <ErrorState error={now.error} onRetry={() => void now.refetch()} />
  if (!now.data || (isChange && before.isPending)) return <LoadingLines label="Loading the file" />
  return <Text at={now.data} before={isChange && isComparable(before.data) ? before.data : now.data} isChange={isChange} />
}

/** Against a file that was not known before, every line would look new. */
function isComparable(before: FileAt | undefined): before is FileAt {
  return before !== undefined && before.state !== 'unknown'
}

function Text({ at, before, isChange }: { at: FileAt; before: FileAt; isChange: boolean }) {
  const texts = useMemo(() => ({ original: fileSide(before), modified: fileSide(at) }), [at, before])
  const isCut = at.piece.text.length < at.piece.size
  return (
    <>
      {at.state !== 'whole' && at.piece.size > 0 && <p className="cut-note">{at.why} Lines it does not show are marked.</p>}
      {isCut && (
        <p className="cut-note">
          Shown: the first {formatCount(at.piece.text.length)} of {formatCount(at.piece.size)} characters.
        </p>
      )}
      {isChange && at.changedLines.length > 0 && (
        <p className="file-change">{formatCounted(at.changedLines.length, 'line')} changed at this step, marked against the step before</p>
      )}
      {at.piece.size === 0 ? (
        <EmptyState title={TITLES[at.state]}>{at.why ?? 'The file has no text.'}</EmptyState>
      ) : (
        <div className="patch-diff">
          <Suspense fallback={<LoadingLines label="Loading the file" />}>
            <DiffView
              label={`${visibleText(at.path)} after the step`}
              texts={texts}
              language={languageOf(at.path)}
              layout="unified"
              hidesWhitespace={false}
            />
          </Suspense>
        </div>
      )}
    </>
  )
}
