import { Button, DecisionMark, LabelMark, VerdictMark } from '../widgets/index.ts'
import { makerOf, tailOf } from './attempt-name.ts'
import { figuresOf } from './figures.ts'
import { runsStyle } from './runs-style.ts'
import type { Attempt } from './types.ts'
import type { BenchActions } from './use-bench-actions.ts'

interface AttemptHeadsProps {
  shown: readonly Attempt[]
  current: string
  onCurrent: (id: string) => void
  /** Waits for the other side of its pair. */
  chosen: string | null
  actions: BenchActions
  isHidden: (attempt: Attempt) => boolean
  /** Nothing to pick it over. */
  isAlone: boolean
}

/** A column an attempt: who made it, how it went in figures, and what can be done with it. */
export function AttemptHeads({ shown, current, onCurrent, chosen, actions, isHidden, isAlone }: AttemptHeadsProps) {
  return (
    <ul className="bench-heads" style={runsStyle(shown.length)}>
      {shown.map((attempt) => {
        const isCurrent = attempt.id === current
        return (
          <li
            key={attempt.id}
            className={isCurrent ? 'bench-head bench-head-on' : 'bench-head'}
            aria-current={isCurrent || undefined}
            onFocus={() => onCurrent(attempt.id)}
          >
            <Who attempt={attempt} isHidden={isHidden(attempt)} />
            <Figures attempt={attempt} shown={shown} />
            {!isAlone && <Actions attempt={attempt} isCurrent={isCurrent} isChosen={attempt.id === chosen} actions={actions} />}
          </li>
        )
      })}
    </ul>
  )
}

function Who({ attempt, isHidden }: { attempt: Attempt; isHidden: boolean }) {
  return (
    <>
      <h2 className="mono bench-name" title={attempt.id}>
        <span className="cut">{makerOf(attempt)}</span> <span>{tailOf(attempt)}</span>
      </h2>
      <p className="bench-marks">
        <LabelMark resolved={attempt.resolved} />
        {isHidden ? (
          <span className="muted">hidden until you decide</span>
        ) : (
          <>
            <VerdictMark verdict={attempt.verdict} title={attempt.reasons.map(({ text }) => text).join('\n')} />
            {attempt.reasons.length > 0 && (
              <span className="muted cut" title={attempt.reasons.map(({ text }) => text).join('\n')}>
                {attempt.reasons[0]?.text}
              </span>
            )}
            {attempt.decision !== null && <DecisionMark decision={attempt.decision} isStale={attempt.isStale} />}
            {attempt.isDisputed && <span className="tag tag-unknown">in dispute</span>}
          </>
        )}
      </p>
    </>
  )
}

function Figures({ attempt, shown }: { attempt: Attempt; shown: readonly Attempt[] }) {
  return (
    <dl className="bench-figures">
      {figuresOf(attempt, shown).map(({ label, value, share }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <span className="bench-track" aria-hidden>
            <i style={{ width: `${(share ?? 0) * 100}%` }} />
          </span>
        </div>
      ))}
    </dl>
  )
}

interface ActionsProps {
  attempt: Attempt
  /** Its keys are shown: they act on the column one is in. */
  isCurrent: boolean
  isChosen: boolean
  actions: BenchActions
}

function Actions({ attempt: { id }, isCurrent, isChosen, actions }: ActionsProps) {
  const keys = (key: string) => (isCurrent ? { keys: key } : {})
  return (
    <div className="bench-actions">
      <Button kind="keep" {...keys('p')} onClick={() => actions.pick(id)}>
        Pick as best
      </Button>
      <Button {...keys('w')} aria-pressed={isChosen} title="Chosen of a preference pair" onClick={() => actions.choose(id)}>
        Chosen
      </Button>
      <Button {...keys('s')} title="Rejected of a preference pair" onClick={() => actions.reject(id)}>
        Rejected
      </Button>
    </div>
  )
}
