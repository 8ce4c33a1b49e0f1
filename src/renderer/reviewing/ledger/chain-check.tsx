import { useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import type { Answers } from '../../api/api.ts'
import { useApi } from '../../api/use-api.ts'
import { faultOf } from '../../state/fault-of.ts'
import { Button, CopyButton, formatCount, formatCounted } from '../../widgets/index.ts'

/** Reads every entry again and says whether the chain holds. */
export function ChainCheck() {
  const api = useApi()
  const check = useMutation({ mutationFn: () => api.review.check() })
  return (
    <div className="chain">
      <Button icon={<ShieldCheck size={14} aria-hidden />} isBusy={check.isPending} onClick={() => check.mutate()}>
        Check the chain
      </Button>
      <div role="status" className="chain-answer">
        {check.data?.ok && <Holds checked={check.data} />}
        {check.data && !check.data.ok && <Problems checked={check.data} />}
        {check.isError && <span className="review-refusal">{faultOf(check.error).message}</span>}
      </div>
    </div>
  )
}

type Checked = Answers['review']['check']

function Holds({ checked: { entries, head } }: { checked: Checked }) {
  return (
    <>
      <span className="chain-ok">✓ {formatCounted(entries, 'entry', 'entries')}, nothing changed, missing or moved</span>
      {head !== null && (
        <>
          <span className="mono muted" title={head}>
            {head.slice(0, 12)}
          </span>
          <CopyButton label="the newest entry's hash" text={head} />
        </>
      )}
    </>
  )
}

/** Named at most; a broken link breaks every later one. */
const SHOWN = 5

function Problems({ checked: { problems } }: { checked: Checked }) {
  return (
    <div className="chain-broken">
      <b>✕ The chain is broken: {formatCounted(problems.length, 'problem')}</b>
      <ul>
        {problems.slice(0, SHOWN).map(({ seq, problem }) => (
          <li key={`${seq} ${problem}`}>
            entry {formatCount(seq)}: {problem}
          </li>
        ))}
        {problems.length > SHOWN && <li>and {formatCount(problems.length - SHOWN)} more</li>}
      </ul>
      <p>Restore workspace.sqlite from a copy, or ask who changed it.</p>
    </div>
  )
}
