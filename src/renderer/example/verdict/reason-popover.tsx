import { Popover } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { isPressOf } from '../../keys/is-press-of.ts'
import { Button, Kbd } from '../../widgets/index.ts'
import { contradicts, type Decision, type ReasonEvent, type ReasonFlow } from '../logic/reason-flow.ts'
import type { ReasonCode } from '../types.ts'
import './reason-popover.css'

interface ReasonPopoverProps {
  flow: ReasonFlow
  send: (event: ReasonEvent) => void
  reasons: readonly ReasonCode[]
  /** The buttons it stands above. */
  children: ReactNode
}

/** Asks why, or for a note, above the bar's buttons. A digit decides with its reason, Enter with the one picked, Esc cancels. */
export function ReasonPopover({ flow, send, reasons, children }: ReasonPopoverProps) {
  const panel = useRef<HTMLDivElement>(null)
  const offered = flow.kind === 'asking' ? reasons.filter(({ decision }) => decision === flow.decision) : []
  return (
    <Popover.Root open={flow.kind !== 'idle'} onOpenChange={(open) => !open && send({ kind: 'cancel' })}>
      <Popover.Anchor asChild>
        <span className="reason-anchor">{children}</span>
      </Popover.Anchor>
      {/* Gone at once: while it faded, it would still have the keys that are meant for the next example. */}
      {flow.kind !== 'idle' && (
        <Popover.Portal>
          <Popover.Content
            ref={panel}
            className="popover reason-popover"
            side="top"
            align="end"
            sideOffset={14}
            collisionPadding={8}
            tabIndex={-1}
            aria-label={titleOf(flow)}
            onKeyDown={(event) => press(event, flow, offered, send)}
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              const panelNow = panel.current
              const first = flow.kind === 'noting' ? panelNow?.querySelector('textarea') : panelNow
              first?.focus()
            }}
          >
            <h2>{titleOf(flow)}</h2>
            {flow.kind === 'asking' && flow.isChosen && <AnswerChoice decision={flow.decision} send={send} />}
            {flow.kind === 'asking' && <Reasons flow={flow} send={send} reasons={offered} />}
            <NoteBox note={flow.note} isAlone={flow.kind === 'noting'} send={send} />
            {flow.error !== null && (
              <p className="reason-error" role="alert">
                {flow.error}
              </p>
            )}
            <Actions flow={flow} send={send} />
          </Popover.Content>
        </Popover.Portal>
      )}
    </Popover.Root>
  )
}

function titleOf(flow: ReasonFlow): string {
  if (flow.kind === 'noting') return 'Note on this example'
  if (flow.kind === 'idle') return 'Reason'
  const says = flow.decision === 'accept' ? 'Accept' : 'Reject'
  const against = contradicts(flow.decision, flow.verdict)
  return against ? `${says} although the recipe ${flow.verdict === 'drop' ? 'drops' : 'keeps'} it: why` : `${says}: why`
}

function press(event: KeyboardEvent, flow: ReasonFlow, reasons: readonly ReasonCode[], send: (event: ReasonEvent) => void): void {
  if (event.nativeEvent.isComposing || event.repeat) return
  const meant = meantBy(event, flow, reasons)
  if (!meant) return
  event.preventDefault()
  send(meant)
}

function meantBy(event: KeyboardEvent, flow: ReasonFlow, reasons: readonly ReasonCode[]): ReasonEvent | null {
  const isMod = event.ctrlKey || event.metaKey
  const onButton = event.target instanceof HTMLButtonElement
  if (isPressOf(event, 'Mod+Enter')) return { kind: 'confirm', goesOn: true }
  if (event.key === 'Enter' && !event.shiftKey && !isMod && !onButton) return { kind: 'confirm', goesOn: false }
  if (event.target instanceof HTMLTextAreaElement || flow.kind !== 'asking') return null
  if (flow.isChosen && isPressOf(event, 'a')) return { kind: 'choose', decision: 'accept' }
  if (flow.isChosen && isPressOf(event, 'x')) return { kind: 'choose', decision: 'reject' }
  if (isMod || event.altKey) return null
  const reason = reasons.find((one) => one.key === event.key)
  return reason ? { kind: 'decide-for', code: reason.code } : null
}

function AnswerChoice({ decision, send }: { decision: Decision; send: (event: ReasonEvent) => void }) {
  return (
    <fieldset className="answer-choice">
      <legend className="visually-hidden">Answer</legend>
      <Button keys="x" aria-pressed={decision === 'reject'} onClick={() => send({ kind: 'choose', decision: 'reject' })}>
        Reject
      </Button>
      <Button keys="a" aria-pressed={decision === 'accept'} onClick={() => send({ kind: 'choose', decision: 'accept' })}>
        Accept
      </Button>
    </fieldset>
  )
}

function Reasons({
  flow,
  send,
  reasons,
}: {
  flow: Extract<ReasonFlow, { kind: 'asking' }>
  send: (event: ReasonEvent) => void
  reasons: readonly ReasonCode[]
}) {
  return (
    <fieldset className="reasons">
      <legend className="visually-hidden">Reason</legend>
      {reasons.map((reason) => (
        <button
          key={reason.code}
          type="button"
          className="reason"
          aria-pressed={flow.reason === reason.code}
          onClick={() => send({ kind: 'pick-reason', code: reason.code })}
        >
          <Kbd keys={reason.key} /> {reason.label}
        </button>
      ))}
    </fieldset>
  )
}

function NoteBox({ note, isAlone, send }: { note: string; isAlone: boolean; send: (event: ReasonEvent) => void }) {
  return (
    <textarea
      className="note-box"
      aria-label="Note"
      placeholder={isAlone ? 'What should the next person know' : 'Note, optional: write it before the digit'}
      rows={isAlone ? 4 : 2}
      maxLength={20_000}
      value={note}
      onChange={(event) => send({ kind: 'write-note', note: event.target.value })}
    />
  )
}

function Actions({ flow, send }: { flow: ReasonFlow; send: (event: ReasonEvent) => void }) {
  const isAccept = flow.kind === 'asking' && flow.decision === 'accept'
  return (
    <div className="reason-actions">
      <Button keys="Escape" onClick={() => send({ kind: 'cancel' })}>
        Cancel
      </Button>
      {flow.kind === 'noting' ? (
        <>
          <Button keys="Enter" onClick={() => send({ kind: 'confirm' })}>
            Save note
          </Button>
          <Button kind="primary" keys="Mod+Enter" onClick={() => send({ kind: 'confirm', goesOn: true })}>
            Save and go on
          </Button>
        </>
      ) : (
        <Button kind={isAccept ? 'keep' : 'drop'} keys="Enter" onClick={() => send({ kind: 'confirm' })}>
          {isAccept ? 'Accept' : 'Reject'}
        </Button>
      )}
    </div>
  )
}
