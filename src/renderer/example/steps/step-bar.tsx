import { EyeOff, ListChecks, Scissors, SquareSlash } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '../../keys/use-keys.ts'
import { formatCount, formatCounted, IconButton, toast } from '../../widgets/index.ts'
import { useTrace } from '../trajectory/trace-context.ts'
import type { Detail } from '../types.ts'
import { trainingShare } from './logic/training-share.ts'
import { ProposalsDialog } from './proposals-dialog.tsx'
import { RedactDialog } from './redact-dialog.tsx'
import { selectedText } from './selected-text.ts'
import { useStepActions } from './use-step-actions.ts'
import './steps.css'

/** How much of the run is trained on, and what can be done about it: for the message being read, or the text that is selected. */
export function StepBar({ detail, current, onGo }: { detail: Detail; current: number; onGo: (message: number) => void }) {
  const trace = useTrace()
  const [isProposing, propose] = useState(false)
  const { toggleMask, toggleCut } = useStepActions(detail.messages)
  const { edits } = trace
  const redact = () => {
    const selected = selectedText()
    if (selected) trace.redact(selected)
    else toast({ text: 'Select the text to redact first, inside one message' })
  }
  useKeys([
    { key: 'm', name: 'Context only', group: 'Steps', run: () => toggleMask(current) },
    { key: 'Shift+M', name: 'Proposals', group: 'Steps', run: () => propose(true) },
    { key: 'Shift+C', name: 'Cut after this step', group: 'Steps', run: () => toggleCut(current) },
    { key: 'Shift+R', name: 'Redact', group: 'Steps', run: redact },
  ])
  const isMasked = edits.masked.includes(current)
  return (
    <div className="step-bar" role="toolbar" aria-label="What is trained on">
      <Share detail={detail} />
      <span className="grow" />
      <IconButton
        label="Context only"
        keys="m"
        icon={<EyeOff size={13} aria-hidden />}
        aria-pressed={isMasked}
        onClick={() => toggleMask(current)}
      />
      <IconButton label="Proposals" keys="Shift+M" icon={<ListChecks size={13} aria-hidden />} onClick={() => propose(true)} />
      <IconButton label="Cut after this step" keys="Shift+C" icon={<Scissors size={13} aria-hidden />} onClick={() => toggleCut(current)} />
      {/* A press would take the selection away before it could be read. */}
      <IconButton
        label="Redact"
        keys="Shift+R"
        icon={<SquareSlash size={13} aria-hidden />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={redact}
      />
      {isProposing && <ProposalsDialog id={trace.id} onClose={() => propose(false)} onGo={onGo} />}
      {trace.redacting && <RedactDialog what={trace.redacting} onClose={() => trace.redact(null)} />}
    </div>
  )
}

function Share({ detail }: { detail: Detail }) {
  const { turns, trained, tokensLeftOut, redactions, isStale } = trainingShare(detail)
  if (isStale)
    return (
      <span className="step-share step-stale cut" title={STALE}>
        {STALE}
      </span>
    )
  const words = [
    `${formatCount(trained)} of ${formatCounted(turns, 'turn')} trained`,
    ...(tokensLeftOut > 0 ? [`${formatCounted(tokensLeftOut, 'token')} left out`] : []),
    ...(redactions > 0 ? [`${formatCounted(redactions, 'place')} redacted`] : []),
  ].join(', ')
  return (
    <span className="step-share cut" title={words}>
      {words}
    </span>
  )
}

const STALE = 'Its edits are about other bytes than it has now: none is applied'
