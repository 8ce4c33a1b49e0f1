import { type FormEvent, useState } from 'react'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { Button, ErrorState, Field, formatBytes, formatCounted } from '../widgets/index.ts'
import { bytesOfGigabytes } from './gigabytes.ts'

/** Lets go of what was used longest ago until at most so much is left, and says what was freed. */
export function MakeRoom({ info, onPruned }: { info: Answers['cache']['info']; onPruned: (info: Answers['cache']['info']) => void }) {
  const api = useApi()
  const [typed, setTyped] = useState('0')
  const [state, setState] = useState<{ isBusy: boolean; error: unknown; freed: string | null }>({ isBusy: false, error: null, freed: null })
  const bytes = bytesOfGigabytes(typed)
  const isEmpty = info.ranges.bytes + info.bodies.bytes === 0
  const prune = async (event: FormEvent) => {
    event.preventDefault()
    if (bytes === null) return
    setState({ isBusy: true, error: null, freed: null })
    try {
      const pruned = await api.cache.prune({ bytes })
      onPruned(pruned.info)
      setState({ isBusy: false, error: null, freed: freedWords(pruned) })
    } catch (error) {
      setState({ isBusy: false, error, freed: null })
    }
  }
  return (
    <form className="make-room" onSubmit={(event) => void prune(event)}>
      <Field
        className="make-room-field"
        label="Keep at most"
        inputMode="decimal"
        suffix={<span>GB</span>}
        value={typed}
        error={bytes === null ? 'Give gigabytes, such as 5 or 0.5.' : null}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" isBusy={state.isBusy} disabled={bytes === null || isEmpty}>
        Make room
      </Button>
      <span className="muted make-room-note" role="status">
        {state.freed ?? (isEmpty ? 'There is nothing to let go of.' : 'What goes is fetched again when it is opened.')}
      </span>
      {state.error !== null && <ErrorState error={state.error} isCompact />}
    </form>
  )
}

function freedWords({ freedBytes, freedRows, freedFiles }: Answers['cache']['prune']): string {
  if (freedBytes === 0) return 'Nothing had to go.'
  return `Freed ${formatBytes(freedBytes)}: ${formatCounted(freedRows, 'row')} and the pieces of ${formatCounted(freedFiles, 'file')}.`
}
