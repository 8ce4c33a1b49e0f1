import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { Button, ErrorState, formatCount, Skeleton } from '../../widgets/index.ts'
import { lookAt, openOneOf } from '../look-at.ts'
import type { RecipeEdit } from '../use-recipe-edit.ts'

const SHOWN = 8

/** A few of the examples a draft would move, each a way into it. The host knows those of the draft it previewed last, so they are asked for once it has. */
export function MovedList({ moved, count, edit }: { moved: 'kept' | 'dropped'; count: number; edit: RecipeEdit }) {
  const api = useApi()
  const input = { selection: { moved }, sort: null, offset: 0, limit: SHOWN }
  const asked = useQuery({
    queryKey: ['example', 'page', input, edit.previewAt],
    queryFn: ({ signal }) => api.example.page(input, { signal }),
    enabled: !edit.isCounting,
    placeholderData: (before) => before,
  })
  const title = moved === 'kept' ? `Would be kept: ${formatCount(count)}` : `Would be dropped: ${formatCount(count)}`
  return (
    <section className="moving" aria-label={title}>
      <h2>
        <span className={moved === 'kept' ? 'moving-kept' : 'moving-dropped'} aria-hidden>
          {moved === 'kept' ? '+' : '−'}
        </span>{' '}
        {title}
      </h2>
      {asked.isError && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} isCompact />}
      {!asked.data && !asked.isError && <Skeleton lines={Math.min(SHOWN, count)} height={20} label="Loading examples" />}
      {asked.data && (
        <ul className="samples" aria-busy={asked.isPlaceholderData}>
          {asked.data.rows.map((row) => (
            <li key={row.id}>
              <button type="button" className="sample" onClick={() => openOneOf({ moved }, row.id)}>
                <span className="mono cut sample-name">{row.instanceId ?? row.id}</span>
                <span className="muted cut sample-repo">{row.repo ?? '–'}</span>
                <span className="muted cut sample-language">{row.language ?? '–'}</span>
                <Why
                  reasons={moved === 'kept' ? row.reasons : reasonsOf(edit, row.id)}
                  otherwise={moved === 'kept' ? 'dropped now' : 'kept now'}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      {count > SHOWN && (
        <Button kind="ghost" className="link-button" onClick={() => lookAt({ moved })}>
          All {formatCount(count)} in Browse
        </Button>
      )}
    </section>
  )
}

type Reasons = NonNullable<RecipeEdit['preview']>['leaving'][number]['reasons']

/** Why it is dropped now, or would be. */
function Why({ reasons, otherwise }: { reasons: Reasons; otherwise: string }) {
  const words = reasons.map(({ text, isFault }) => (isFault ? `could not be asked: ${text}` : text)).join(' · ')
  return (
    <span className="cut sample-text" title={words}>
      {words || otherwise}
    </span>
  )
}

/** What the draft has against an example that would leave. */
function reasonsOf({ preview }: RecipeEdit, id: string): Reasons {
  return preview?.leaving.find((one) => one.id === id)?.reasons ?? []
}
