import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { Button, CopyButton, ErrorState, formatCount, formatCounted, Skeleton, Tag } from '../widgets/index.ts'

const PAGE = 100

/** The rows that could not become examples: where, what kind, and why. Shown by the hundred. */
export function RejectionList({ total }: { total: number }) {
  const api = useApi()
  const pages = useInfiniteQuery({
    queryKey: ['source', 'rejections'],
    queryFn: ({ pageParam }) => api.source.rejections({ offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (all.length * PAGE < last.total ? all.length * PAGE : undefined),
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const whereOf = ({ ref }: (typeof rows)[number]) => (ref.row < 0 ? ref.file : `${ref.file}:${ref.row + 1}`)
  return (
    <section className="open-section">
      <header className="open-section-head">
        <h2>Rejected rows</h2>
        <span className="muted">{formatCounted(total, 'row')} could not be read as examples; all others went on</span>
        <span className="grow" />
        {rows.length > 0 && (
          <CopyButton label="the rows shown" text={rows.map((row) => `${whereOf(row)}\t${row.kind}\t${row.reason}`).join('\n')} />
        )}
      </header>
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} isCompact />}
      {pages.isPending && <Skeleton lines={3} height={20} />}
      {rows.length > 0 && (
        <table className="lines">
          <thead>
            <tr>
              <th>Where</th>
              <th>Kind</th>
              <th>Reason</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.ref.sourceId} ${whereOf(row)} ${row.kind}`}>
                <td className="mono">{whereOf(row)}</td>
                <td>
                  <Tag tone="unknown">{row.kind}</Tag>
                </td>
                <td className="lines-reason">{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages.hasNextPage && (
        <Button isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Show {formatCount(Math.min(PAGE, total - rows.length))} more
        </Button>
      )}
    </section>
  )
}
