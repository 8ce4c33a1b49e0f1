import { EyeOff } from 'lucide-react'
import { Button, formatCount, formatCounted, IconButton, Tag } from '../../widgets/index.ts'
import { useFoundHere } from '../findings/use-findings.ts'
import { useTrace } from '../trajectory/trace-context.ts'
import type { MessageView } from '../types.ts'
import { useEditSteps } from './use-edit-steps.ts'

/** Whether a message is context only, or stays behind the cut. */
export function useCardState({ index, role }: MessageView): 'masked' | 'cut' | null {
  const { edits } = useTrace()
  if (edits.cutAfter !== null && index > edits.cutAfter) return 'cut'
  return role === 'assistant' && edits.masked.includes(index) ? 'masked' : null
}

/** The words a card's head has for that. */
export function CardStateTag({ message }: { message: MessageView }) {
  const state = useCardState(message)
  if (state === 'cut') return <Tag>does not leave</Tag>
  return state === 'masked' ? <Tag tone="human">context only · {formatCounted(message.tokens, 'token')} not trained</Tag> : null
}

/** Masks an assistant turn, or takes that back. */
export function MaskToggle({ message: { index, role } }: { message: MessageView }) {
  const { edits } = useTrace()
  const edit = useEditSteps()
  if (role !== 'assistant') return null
  const isMasked = edits.masked.includes(index)
  const toggle = () =>
    void edit(
      [{ kind: isMasked ? 'unmask' : 'mask', messages: [index] }],
      isMasked ? `Message ${index} is trained on again` : `Message ${index} is context only`,
    )
  return <IconButton label="Context only" icon={<EyeOff size={13} aria-hidden />} aria-pressed={isMasked} onClick={toggle} />
}

/** Under a card: what is redacted of it, with a way to see it and one to take it back; and the secrets found in it that are not. */
export function CardRedactions({ message: { index } }: { message: MessageView }) {
  const { edits, revealed, reveal, redact } = useTrace()
  const { byMessage } = useFoundHere()
  const edit = useEditSteps()
  const here = edits.redactions.filter(({ at }) => at.messageIndex === index)
  const secrets = (byMessage.get(index) ?? []).flatMap(({ finding: { at, check } }) =>
    check === 'secrets' && at?.messageIndex === index ? [at] : [],
  )
  const [open] = secrets.filter(
    (at) => !here.some((one) => one.at.field === at.field && one.at.call === at.call && one.at.start < at.end && at.start < one.at.end),
  )
  if (here.length === 0 && !open) return null
  const isShown = revealed.has(index)
  const takeBack = () =>
    void edit(
      here.map((redaction) => ({ kind: 'unredact', redaction })),
      `Took back ${formatCounted(here.length, 'redaction')}`,
    )
  return (
    <div className="card-redactions">
      {here.length > 0 && (
        <>
          <span>
            {formatCounted(here.length, 'place')} redacted{isShown && ', the original is shown'}
          </span>
          <Button kind="ghost" aria-pressed={isShown} onClick={() => reveal(index, !isShown)}>
            Show original
          </Button>
          <Button kind="ghost" onClick={takeBack}>
            Take back
          </Button>
        </>
      )}
      {open && (
        <Button kind="ghost" onClick={() => redact(open)}>
          Redact this secret
        </Button>
      )}
    </div>
  )
}

/** Under the last message that leaves: what stays behind. */
export function CutLine({ message }: { message: MessageView }) {
  const { edits, cut } = useTrace()
  const edit = useEditSteps()
  if (edits.cutAfter !== message.index) return null
  return (
    <div className="cut-line" role="note">
      <span>
        Cut here: {formatCounted(cut.messages, 'message')}, {formatCount(cut.tokens)} tokens do not leave
      </span>
      <Button kind="ghost" onClick={() => void edit([{ kind: 'uncut' }], 'The whole run leaves again')}>
        Undo the cut
      </Button>
    </div>
  )
}
