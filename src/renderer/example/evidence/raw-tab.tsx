import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { useReport } from '../../state/use-report.ts'
import { Button, ErrorState, formatBytes, formatCount } from '../../widgets/index.ts'
import { PIECE, rawQuery } from '../queries.ts'
import { CopyText } from '../trajectory/copy-text.tsx'
import { MarkedText } from '../trajectory/marked-text.tsx'
import { LoadingLines } from './loading-lines.tsx'

/** The row as stored, as JSON, a piece at a time. */
export function RawTab({ id, bytes }: { id: string; bytes: number }) {
  const api = useApi()
  const report = useReport()
  const raw = useInfiniteQuery(rawQuery(api, id))
  const pages = raw.data?.pages ?? []
  const last = pages.at(-1)
  const loaded = last ? last.offset + last.text.length : 0
  const whole = async (): Promise<string> => {
    let text = ''
    for (;;) {
      const piece = await api.example.raw({ id, offset: text.length, limit: 262_144 })
      text += piece.text
      if (text.length >= piece.size || piece.text === '') return text
    }
  }
  return (
    <div className="scroll raw">
      <div className="evidence-tools">
        <span className="muted">The row as stored, {formatBytes(bytes)}</span>
        <span className="grow" />
        <Button onClick={() => void report({ kind: 'example', id })}>Save as HTML</Button>
        <CopyText label="the whole row" text={whole} />
      </div>
      {pages.map((piece) => (
        <div key={piece.offset} className="code raw-piece">
          <MarkedText text={piece.text} />
        </div>
      ))}
      {raw.error && <ErrorState error={raw.error} onRetry={() => void raw.refetch()} isCompact />}
      {raw.isPending && !raw.error && <LoadingLines lines={20} height={13} label="Loading the row" />}
      {raw.hasNextPage && last && (
        <button type="button" className="fold-bar" disabled={raw.isFetching} onClick={() => void raw.fetchNextPage()}>
          {raw.isFetching ? 'Loading' : `Show ${formatCount(Math.min(PIECE, last.size - loaded))} more`}
          <span className="faint">
            {formatCount(loaded)} of {formatCount(last.size)} characters
          </span>
        </button>
      )}
    </div>
  )
}
