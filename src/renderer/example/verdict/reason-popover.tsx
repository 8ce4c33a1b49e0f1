import { Popover } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Button, Kbd } from '../../widgets/index.ts'
import type { ReasonEvent, ReasonFlow } from '../logic/reason-flow.ts'
import type { ReasonCode, Row } from '../types.ts'
import './reason-popover.css'

interface ReasonPopoverProps {
  flow: ReasonFlow
  send: (event: ReasonEvent) => void
  reasons: readonly ReasonCode[]
  row: Row
  /** The buttons it stands above. */
  children: ReactNode
}

/** Asks why, or for a note, above the bar's buttons. Digits pick, Enter confirms, Esc cancels. */
export function ReasonPopover({ flow, send, reasons, row, children }: ReasonPopoverProps) {
  const panel = useRef<HTMLDivElement>(null)
  const isOpen = flow.kind === 'asking' || flow.kind === 'noting'
  const offered = flow.kind === 'asking' ? reasons.filter(({ decision }) => decision === flow.decision) : []
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => !open && send({ kind: 'cancel' })}>
      <Popover.Anchor asChild>{children}</Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          ref={panel}
          className="popover reason-popover"
          side="top"
          align="end"
          sideOffset={14}
          tabIndex={-1}
          aria-label={titleOf(flow, row)}
          onKeyDown={(event) => press(event, offered, send)}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            const panelNow = panel.current
            const first = flow.kind === 'noting' ? panelNow?.querySelector('textarea') : panelNow
            first?.focus()
          }}
        >
          <h2>{titleOf(flow, row)}</h2>
          {flow.kind === 'asking' && <Reasons flow={flow} send={send} reasons={offered} />}
          {isOpen && <NoteBox note={flow.note} isAlone={flow.kind === 'noting'} send={send} />}
          {flow.kind === 'asking' && flow.error !== null && (
            <p className="reason-error" role="alert">
              {flow.error}
            </p>
          )}
          <Actions flow={flow} send={send} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function titleOf(flow: ReasonFlow, row: Row): string {
  if (flow.kind === 'noting') return 'Note on this example'
  if (flow.kind !== 'asking') return 'Reason'
  const says = flow.decision === 'accept' ? 'Accept' : 'Reject'
  return flow.isReasonNeeded ? `${says} although the recipe ${row.verdict === 'drop' ? 'drops' : 'keeps'} it: why` : `${says}: why`
}

function press(event: KeyboardEvent, reasons: readonly ReasonCode[], send: (event: ReasonEvent) => void): void {
  const isTyping = event.target instanceof HTMLTextAreaElement
  const onButton = event.target instanceof HTMLButtonElement
  if (event.key === 'Enter' && !event.shiftKey && !onButton) {
    event.preventDefault()
    send({ kind: 'confirm' })
  }
  const reason = isTyping ? undefined : reasons.find((one) => one.key === event.key)
  if (!reason || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  send({ kind: 'pick-reason', code: reason.code })
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
      placeholder={isAlone ? 'What should the next person know' : 'Note, optional'}
      rows={isAlone ? 4 : 2}
      maxLength={20_000}
      value={note}
      onChange={(event) => send({ kind: 'write-note', note: event.target.value })}
    />
  )
}

function Actions({ flow, send }: { flow: ReasonFlow; send: (event: ReasonEvent) => void }) {
  const word = flow.kind === 'noting' ? 'Save note' : flow.kind === 'asking' && flow.decision === 'accept' ? 'Accept' : 'Reject'
  const look = flow.kind === 'noting' ? 'primary' : flow.kind === 'asking' && flow.decision === 'accept' ? 'keep' : 'drop'
  return (
    <div className="reason-actions">
      <Button keys="Escape" onClick={() => send({ kind: 'cancel' })}>
        Cancel
      </Button>
      <Button kind={look} keys="Enter" onClick={() => send({ kind: 'confirm' })}>
        {word}
      </Button>
    </div>
  )
}
