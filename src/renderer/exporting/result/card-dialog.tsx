import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { MarkedText } from '../../example/trajectory/marked-text.tsx'
import { CopyButton, Dialog, ErrorState, Skeleton } from '../../widgets/index.ts'
import { showCard, useCard } from './card-store.ts'

/** The dataset card of an export as the text it is: it may quote a source, so nothing of it is drawn as a page. */
export function CardDialog() {
  const { dir } = useCard()
  return (
    <Dialog
      isOpen={dir !== null}
      onClose={() => showCard(null)}
      title="Dataset card"
      look="wide"
      description="README.md, which the Hub shows."
    >
      {dir !== null && <Card dir={dir} />}
    </Dialog>
  )
}

function Card({ dir }: { dir: string }) {
  const api = useApi()
  const card = useQuery({ queryKey: ['export', 'card', dir], queryFn: () => api.export.card({ dir }), staleTime: 0 })
  if (card.isError) return <ErrorState error={card.error} isCompact />
  if (!card.data) return <Skeleton lines={8} height={18} label="Reading the card" />
  const { text } = card.data
  if (text === null) return <p className="muted">There is no README.md in {dir}.</p>
  return (
    <div className="card-text">
      <p className="card-head">
        <span className="mono muted cut grow">{dir}/README.md</span>
        <CopyButton label="the card" text={text} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="card-body" aria-label="README.md" tabIndex={0}>
        <pre>
          <MarkedText text={text} />
        </pre>
      </section>
    </div>
  )
}
