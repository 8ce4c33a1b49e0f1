import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../api/api.ts'
import { useApi } from '../../api/use-api.ts'
import { Button, Checkbox, Dialog, ErrorState, formatCount, formatCounted, Skeleton } from '../../widgets/index.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import { useEditSteps } from './use-edit-steps.ts'

type Proposal = Answers['step']['proposals'][number]

const KINDS = [
  { kind: 'error-step', title: 'Error steps', help: 'every call failed by the agent’s own mistake' },
  { kind: 'detour', title: 'Detours', help: 'work that left nothing behind' },
  { kind: 'think-only', title: 'Think-only turns', help: 'they call nothing' },
] as const

/** What rules would mask in the run, by kind: tick what is to be context only, look at each, apply all at once. */
export function ProposalsDialog({ id, onClose, onGo }: { id: string; onClose: () => void; onGo: (message: number) => void }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['step', 'proposals', { id }],
    queryFn: ({ signal }) => api.step.proposals({ id }, { signal }),
  })
  const [left, leave] = useState<ReadonlySet<Proposal>>(new Set())
  const edit = useEditSteps()
  const chosen = (data ?? []).filter((one) => !left.has(one))
  const messages = [...new Set(chosen.flatMap((one) => one.messages))]
  const set = (proposals: readonly Proposal[], isOn: boolean) =>
    leave((now) => new Set(isOn ? [...now].filter((one) => !proposals.includes(one)) : [...now, ...proposals]))
  const apply = async () => {
    if (await edit([{ kind: 'mask', messages }], `${formatCounted(messages.length, 'turn')} are context only`)) onClose()
  }
  const show = (message: number) => {
    onClose()
    onGo(message)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Proposals"
      description="Turns that rules would leave out of the loss. The model still reads them."
      look="wide"
      actions={
        <Button kind="primary" disabled={messages.length === 0} onClick={() => void apply()} data-first-focus>
          {messages.length === 0 ? 'Nothing ticked' : `Make ${formatCounted(messages.length, 'turn')} context only`}
        </Button>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={3} height={14} width={320} />
      ) : data.length === 0 ? (
        <p className="muted">No turn of this run is an error step, a detour or think-only.</p>
      ) : (
        KINDS.map((kind) => (
          <KindOf key={kind.kind} {...kind} proposals={data.filter((one) => one.kind === kind.kind)} left={left} set={set} onShow={show} />
        ))
      )}
    </Dialog>
  )
}

interface KindProps {
  title: string
  help: string
  proposals: readonly Proposal[]
  left: ReadonlySet<Proposal>
  set: (proposals: readonly Proposal[], isOn: boolean) => void
  onShow: (message: number) => void
}

function KindOf({ title, help, proposals, left, set, onShow }: KindProps) {
  if (proposals.length === 0) return null
  const tokens = proposals.reduce((sum, one) => sum + one.tokens, 0)
  return (
    <section className="proposals" aria-label={title}>
      <Checkbox isOn={proposals.every((one) => !left.has(one))} onChange={(isOn) => set(proposals, isOn)}>
        <b>{title}</b> <span className="muted">{`${formatCount(proposals.length)}, ${formatCounted(tokens, 'token')}: ${help}`}</span>
      </Checkbox>
      <ul>
        {proposals.map((one) => (
          <li key={`${one.messages.join()} ${one.text}`}>
            <Checkbox isOn={!left.has(one)} onChange={(isOn) => set([one], isOn)}>
              <MarkedText text={one.text} /> <span className="faint">{formatCounted(one.tokens, 'token')}</span>
            </Checkbox>
            {one.messages.map((message) => (
              <Button key={message} kind="ghost" onClick={() => onShow(message)}>
                Message {message}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
