import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { Button, CopyButton, ErrorState, Field, ProgressBar } from '../../widgets/index.ts'
import { PushPlanView } from './push-plan-view.tsx'
import { forgetPush, isBusy, type Push, startLooking, startPushing, usePush } from './push-store.ts'
import { pushedWords, stepWords } from './push-words.ts'
import './push.css'

/** See {@link PushPanel}. */
export interface PushPanelProps {
  /** The export's folder. */
  dir: string
}

/** Sends an export to the Hub: first everything that would leave is shown, then one button says what it does. */
export function PushPanel({ dir }: PushPanelProps) {
  const push = usePush((state) => state.push)
  const own = push?.dir === dir ? push : null
  return (
    <div className="push">
      <AddressForm key={dir} dir={dir} push={push} />
      {push && !own && isBusy(push) && <p className="muted">Another export is on its way to {push.to}.</p>}
      {own && <PushState push={own} />}
    </div>
  )
}

function AddressForm({ dir, push }: { dir: string; push: Push | null }) {
  const api = useApi()
  const suggested = useQuery({ queryKey: ['push', 'suggest', dir], queryFn: () => api.push.suggest({ dir }), staleTime: 60_000 })
  const [typed, setTyped] = useState(push?.dir === dir ? push.to : null)
  const to = typed ?? suggested.data?.to ?? 'hf://datasets/'
  const change = (text: string) => {
    setTyped(text)
    // What was looked at is another place than what is written now.
    forgetPush()
  }
  const look = (event: FormEvent) => {
    event.preventDefault()
    setTyped(to)
    startLooking(api, { dir, to: to.trim() })
  }
  return (
    <form className="push-form" onSubmit={look}>
      <Field
        className="grow"
        label="Dataset on the Hub"
        hint="hf://datasets/OWNER/NAME, with @BRANCH for another branch than main. A dataset that is not there is made."
        isMono
        value={to}
        disabled={isBusy(push)}
        onChange={(event) => change(event.target.value)}
      />
      <Button type="submit" isBusy={push?.kind === 'looking'} disabled={push?.kind === 'pushing'}>
        See what would leave
      </Button>
    </form>
  )
}

function PushState({ push }: { push: Push }) {
  const api = useApi()
  switch (push.kind) {
    case 'looking':
    case 'pushing':
      return <Going push={push} />
    case 'planned':
      return <PushPlanView plan={push.plan} onPush={(choice) => startPushing(api, { dir: push.dir, to: push.to, ...choice })} />
    case 'pushed':
      return (
        <section className="push-end" aria-label="Pushed">
          <b className="push-done">✓ {pushedWords(push.result)}</b>
          <span className="push-link">
            <span className="mono">{push.result.url}</span>
            <CopyButton label="the address" text={push.result.url} />
          </span>
          <span className="mono faint">commit {push.result.commit.slice(0, 12)}</span>
        </section>
      )
    case 'stopped':
      return (
        <p className="push-end">
          {push.wasPushing
            ? 'Stopped. The Hub shows all of this push or nothing of it; what has arrived is not sent a second time.'
            : 'Stopped. Nothing was sent.'}
        </p>
      )
    case 'failed':
      return (
        <div className="push-end">
          <ErrorState error={push.error} isCompact onRetry={() => startLooking(api, { dir: push.dir, to: push.to })} />
        </div>
      )
  }
}

function Going({ push }: { push: Extract<Push, { kind: 'looking' | 'pushing' }> }) {
  const { step } = push
  const isOpen = step === null || step.phase === 'committing'
  return (
    <section className="push-going" aria-label={push.kind === 'looking' ? 'Looking through' : 'Pushing'}>
      <span className="grow cut">{step ? stepWords(step) : 'Asking the Hub'}</span>
      <ProgressBar done={step?.done ?? 0} total={isOpen ? null : step.total} label="Bytes" />
      <Button onClick={push.cancel}>Cancel</Button>
    </section>
  )
}
