import type { Answers } from '../api/api.ts'
import { Button, formatCounted, ProgressBar } from '../widgets/index.ts'
import type { Counting } from './counting-store.ts'

/** How far counting is, or what lacks a count. */
export function TokensState({ info, counting, onCount }: TokensStateProps) {
  if (counting) {
    const words =
      counting.total === null ? 'Waiting for other work' : `Counting ${counting.done} of ${formatCounted(counting.total, 'example')}`
    return (
      <div className="tokens-state">
        <ProgressBar done={counting.done} total={counting.total} label="Counting tokens" />
        <span className="muted grow">{words}</span>
        <Button kind="ghost" onClick={counting.cancel}>
          Stop
        </Button>
      </div>
    )
  }
  return (
    <div className="tokens-state" role="status">
      <span className="muted grow">
        <span className="mono">{info.encoding}</span> · {standWords(info.lacking)}
      </span>
      {info.lacking > 0 && <Button onClick={onCount}>Count</Button>}
    </div>
  )
}

function standWords(lacking: number): string {
  if (lacking === 0) return 'every measured example has its count.'
  return `${formatCounted(lacking, 'measured example')} without its count: those here are counted at the next start, others when they are fetched.`
}

/** See {@link TokensState}. */
export interface TokensStateProps {
  info: Answers['measure']['tokenizer']
  counting: Counting | null
  onCount: () => void
}
