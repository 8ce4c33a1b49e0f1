import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { hunkTexts, languageOf, loadDiffView } from '../../monaco/index.ts'
import { EmptyState, ErrorState, formatCount, formatCounted, formatPercent } from '../../widgets/index.ts'
import { visibleText } from '../logic/split-text.ts'
import { patchFileQuery } from '../queries.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import { type PatchMatch, patchMatchQuery } from './files-query.ts'
import { LoadingLines } from './loading-lines.tsx'
import './files-tab.css'

const DiffView = lazy(loadDiffView)

type MatchedFile = PatchMatch['files'][number]

/** Files drawn; more are told. */
const SHOWN = 500

/** The model's patch held against the reference patch: which files, how alike, and one of them side by side. */
export function CompareView({ id }: { id: string }) {
  const api = useApi()
  const match = useQuery(patchMatchQuery(api, id))
  const [path, setPath] = useState<string | null>(null)
  if (match.error) return <ErrorState error={match.error} onRetry={() => void match.refetch()} />
  if (!match.data) return <LoadingLines label="Comparing the patches" />
  const { files, inCommon, onlyModel, onlyReference, alikeHunks } = match.data
  const chosen = files.find((file) => file.path === path) ?? files[0]
  return (
    <>
      <p className="file-change">
        {formatCounted(inCommon, 'file')} in common, {formatCount(onlyModel)} only in the model’s patch, {formatCount(onlyReference)} only
        in the reference; {formatCounted(alikeHunks, 'hunk')} alike
      </p>
      <ul className="patch-files" aria-label="Files of both patches">
        {files.slice(0, SHOWN).map((file) => (
          <li key={file.path} className={file === chosen ? 'is-chosen' : ''}>
            <button
              type="button"
              className="patch-file"
              aria-current={file === chosen ? 'true' : undefined}
              title={`${visibleText(file.path)}: ${wordsOf(file)}`}
              onClick={() => setPath(file.path)}
            >
              <span className="patch-path">
                <bdi dir="ltr">
                  <MarkedText text={file.path} />
                </bdi>
              </span>
              {file.isTest && <span className="patch-remark">test</span>}
              <span className="match-words">{wordsOf(file)}</span>
              <span className="alike-bar" title={`${formatPercent(file.alikeLines)} of the changed lines alike`}>
                <i style={{ width: `${file.alikeLines * 100}%` }} />
              </span>
            </button>
          </li>
        ))}
        {files.length > SHOWN && <li className="nothing">{formatCount(files.length - SHOWN)} more files</li>}
      </ul>
      {chosen ? <Sides id={id} file={chosen} /> : <EmptyState title="No files">Neither patch changes a file.</EmptyState>}
    </>
  )
}

function wordsOf({ model, reference, modelHunks, alikeHunks, overlappingHunks, alikeLines }: MatchedFile): string {
  if (reference === null) return 'only model'
  if (model === null) return 'only reference'
  const meeting = overlappingHunks > 0 ? `, ${overlappingHunks} on the same lines` : ''
  return `${alikeHunks} of ${formatCounted(modelHunks, 'hunk')} alike${meeting}, ${formatPercent(alikeLines)} of lines`
}

/** What each patch makes of a file, side by side. */
function Sides({ id, file }: { id: string; file: MatchedFile }) {
  const api = useApi()
  const model = useQuery({ ...patchFileQuery(api, id, 'model', file.model ?? 0), enabled: file.model !== null })
  const reference = useQuery({ ...patchFileQuery(api, id, 'reference', file.reference ?? 0), enabled: file.reference !== null })
  const ours = file.model === null ? undefined : model.data
  const theirs = file.reference === null ? undefined : reference.data
  const texts = useMemo(
    () => ({ original: hunkTexts(ours?.hunks ?? []).modified, modified: hunkTexts(theirs?.hunks ?? []).modified }),
    [ours, theirs],
  )
  const error = model.error ?? reference.error
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([model.refetch(), reference.refetch()])} />
  if ((file.model !== null && !ours) || (file.reference !== null && !theirs)) return <LoadingLines label="Comparing the patches" />
  return (
    <>
      <p className="file-change compare-heads">
        <span>What the model’s patch leaves</span>
        <span>What the reference patch leaves</span>
      </p>
      <div className="patch-diff">
        <Suspense fallback={<LoadingLines label="Comparing the patches" />}>
          <DiffView
            label={`${visibleText(file.path)}: the model’s patch and the reference patch`}
            texts={texts}
            language={languageOf(file.path)}
            layout="split"
            hidesWhitespace
          />
        </Suspense>
      </div>
    </>
  )
}
