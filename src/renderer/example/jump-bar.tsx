import { ArrowDownToLine, ArrowUpToLine, Brain, ChevronDown, ChevronUp, Search, Weight } from 'lucide-react'
import { useKeys } from '../keys/use-keys.ts'
import { formatCount, IconButton } from '../widgets/index.ts'
import { GoToMessage } from './go-to-message.tsx'
import type { JumpKind } from './logic/jumps.ts'
import { IS, type OutlineEntry, type StepMark } from './logic/outline.ts'

interface JumpBarProps {
  entries: readonly OutlineEntry[]
  onJump: (direction: 1 | -1, kind: JumpKind) => void
  /** How many findings there are, and which is pointed out, from 0; null while they are looked for. */
  findings: { count: number; at: number | null } | null
  onFinding: (direction: 1 | -1) => void
  /** Goes to the step with most tokens. */
  onHeaviest: () => void
  onFirst: () => void
  onLast: () => void
  /** Number of the last message. */
  last: number
  onMessage: (message: number) => void
  showsReasoning: boolean
  onReasoning: () => void
  onFind: () => void
}

const JUMPS = [
  { kind: 'all', noun: 'step', plural: 'steps', next: 'j', previous: 'k' },
  { kind: 'error', noun: 'error', plural: 'errors', next: 'w', previous: 'Shift+W' },
  { kind: 'edit', noun: 'edit', plural: 'edits', next: 'd', previous: 'Shift+D' },
  { kind: 'test', noun: 'test', plural: 'tests', next: 't', previous: 'Shift+T' },
] as const

/** Jumps through the run: a pair of arrows a kind, with how many there are. Every key has its button. */
export function JumpBar(props: JumpBarProps) {
  const { entries, onJump, findings, onFinding, onHeaviest, onFirst, onLast, last, onMessage, showsReasoning, onReasoning, onFind } = props
  useKeys([
    ...JUMPS.flatMap(({ kind, noun, next, previous }) => [
      { key: next, name: `Next ${noun}`, group: 'In the run', repeats: true, run: () => onJump(1, kind) },
      { key: previous, name: `Previous ${noun}`, group: 'In the run', repeats: true, run: () => onJump(-1, kind) },
    ]),
    { key: 'Shift+J', name: 'Next finding', group: 'In the run', repeats: true, run: () => onFinding(1) },
    { key: 'Shift+K', name: 'Previous finding', group: 'In the run', repeats: true, run: () => onFinding(-1) },
    { key: 'Home', name: 'First step', group: 'In the run', run: onFirst },
    { key: 'End', name: 'Last step', group: 'In the run', run: onLast },
    { key: 'h', name: 'Heaviest step', group: 'In the run', run: onHeaviest },
    { key: 'r', name: 'Show or fold reasoning', group: 'In the run', run: onReasoning },
    { key: '/', name: 'Find in the run', group: 'In the run', run: onFind },
  ])
  return (
    <div className="jump-bar" role="toolbar" aria-label="Jumps">
      {JUMPS.map(({ kind, noun, plural, next, previous }) => {
        const count = entries.filter((entry) => (kind === 'all' ? entry.step !== null : IS[kind](entry))).length
        return (
          <Jump
            key={kind}
            mark={kind === 'all' ? 'plain' : kind}
            noun={noun}
            plural={plural}
            keys={{ next, previous }}
            count={count}
            onGo={(direction) => onJump(direction, kind)}
          />
        )
      })}
      <Jump
        mark="finding"
        noun="finding"
        plural="findings"
        keys={{ next: 'Shift+J', previous: 'Shift+K' }}
        count={findings?.count ?? null}
        at={findings?.at ?? null}
        onGo={onFinding}
      />
      <span className="grow" />
      <GoToMessage last={last} onGo={onMessage} />
      <span className="jump-far">
        <IconButton label="First step" keys="Home" icon={<ArrowUpToLine size={13} aria-hidden />} onClick={onFirst} />
        <IconButton label="Last step" keys="End" icon={<ArrowDownToLine size={13} aria-hidden />} onClick={onLast} />
        <IconButton label="Heaviest step" keys="h" icon={<Weight size={13} aria-hidden />} onClick={onHeaviest} />
      </span>
      <IconButton label="Reasoning" keys="r" icon={<Brain size={13} aria-hidden />} aria-pressed={showsReasoning} onClick={onReasoning} />
      <IconButton label="Find in the run" keys="/" icon={<Search size={13} aria-hidden />} onClick={onFind} />
    </div>
  )
}

interface JumpProps {
  mark: StepMark
  noun: string
  plural: string
  keys: { next: string; previous: string }
  /** Null while it is not known. */
  count: number | null
  /** Which of them one is at, from 0. */
  at?: number | null
  onGo: (direction: 1 | -1) => void
}

function Jump({ mark, noun, plural, keys, count, at = null, onGo }: JumpProps) {
  return (
    <span className="jump">
      <IconButton label={`Previous ${noun}`} keys={keys.previous} icon={<ChevronUp size={13} aria-hidden />} onClick={() => onGo(-1)} />
      <i className={`dot dot-${mark}`} aria-hidden />
      <span className={count === 0 || count === null ? 'faint' : ''}>
        {at !== null && `${formatCount(at + 1)}/`}
        {count === null ? '…' : formatCount(count)} <span className="jump-word">{count === 1 ? noun : plural}</span>
      </span>
      <IconButton label={`Next ${noun}`} keys={keys.next} icon={<ChevronDown size={13} aria-hidden />} onClick={() => onGo(1)} />
    </span>
  )
}
