import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { Bars } from '../../plots/index.ts'
import { ErrorState, formatCount, formatCounted } from '../../widgets/index.ts'
import type { Definition } from '../types.ts'

/** Rows of bars shown before they scroll. */
const BARS_HEIGHT = 144

/** What the queue would take, before it is made. `asked` is a definition as JSON; null while a number in it is wrong. */
export function QueuePreview({ asked, isStratified }: { asked: string | null; isStratified: boolean }) {
  const api = useApi()
  const preview = useQuery({
    queryKey: ['queue', 'preview', asked],
    queryFn: ({ signal }) => api.queue.preview(JSON.parse(asked ?? '') as Definition, { signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <section className="new-queue-preview" aria-label="What it would take" aria-busy={preview.isFetching || undefined}>
      {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} isCompact />}
      {!preview.isError && (
        <p role="status">
          {preview.data ? (
            preview.data.taken === 0 ? (
              'Nothing matches: widen what it draws from.'
            ) : (
              <>
                Takes <b>{formatCount(preview.data.taken)}</b> of {formatCounted(preview.data.matching, 'example')}
              </>
            )
          ) : (
            <span className="muted">Counting</span>
          )}
        </p>
      )}
      {isStratified && preview.data && preview.data.groups.length > 0 && (
        <div className="new-queue-groups">
          <Bars
            items={preview.data.groups.map(({ value, matching, taken }) => ({
              key: value,
              label: value || 'none',
              value: taken,
              text: `${formatCount(taken)} of ${formatCount(matching)}`,
            }))}
            noun="examples taken"
            height={Math.min(BARS_HEIGHT, preview.data.groups.length * 24)}
          />
        </div>
      )}
    </section>
  )
}
