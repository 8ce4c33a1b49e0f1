import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { Button } from '../widgets/index.ts'

/** What is wrong with rule packs and lists of one's own: their rules cannot be used until it is mended, and all others can. */
export function BookFaults({ onRetry }: { onRetry: () => void }) {
  const api = useApi()
  const { data: faults = [], refetch } = useQuery({
    queryKey: ['recipe', 'bookFaults'],
    queryFn: () => api.recipe.bookFaults(),
    // Files are edited beside the page.
    refetchOnMount: 'always',
  })
  if (faults.length === 0) return null
  const retry = () => {
    void refetch()
    onRetry()
  }
  return (
    <section className="book-faults" aria-label="Files that cannot be used">
      <div className="book-faults-head">
        <b>! Files of your own have mistakes</b>
        <span className="grow" />
        <Button kind="ghost" className="link-button" onClick={retry}>
          Look again
        </Button>
      </div>
      <ul>
        {faults.map((fault) => {
          const { message, remedy } = faultOf(fault)
          return (
            <li key={message}>
              {message}
              {remedy !== null && <span className="muted"> {remedy}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
