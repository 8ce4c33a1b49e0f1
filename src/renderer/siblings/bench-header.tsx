import { ArrowLeft } from 'lucide-react'
import { turnTo } from '../app/route.ts'
import { visibleText } from '../example/logic/split-text.ts'
import { MarkedText } from '../example/trajectory/marked-text.tsx'
import { Button, Checkbox, formatCounted, Popover, Segmented } from '../widgets/index.ts'
import { attemptName } from './attempt-name.ts'
import { MOST_SHOWN } from './shown-attempts.ts'
import type { Attempt, Attempts } from './types.ts'

/** What stands below the figures. */
export type BenchView = 'calls' | 'patches'

interface BenchHeaderProps {
  attempts: Attempts
  opened: string
  shown: readonly string[]
  onToggle: (id: string) => void
  view: BenchView
  onView: (view: BenchView) => void
  isHidden: (attempt: Attempt) => boolean
}

/** Which instance, which of its attempts, and what would be picked. */
export function BenchHeader({ attempts, opened, shown, onToggle, view, onView, isHidden }: BenchHeaderProps) {
  const { instanceId, suggestion, total } = attempts
  const isBlind = attempts.attempts.some(isHidden)
  const suggested = attempts.attempts.find(({ id }) => id === suggestion?.id)
  return (
    <div className="bar bench-bar" data-area>
      <Button kind="ghost" keys="c" icon={<ArrowLeft size={14} aria-hidden />} onClick={() => turnTo('example', opened)}>
        Back to the example
      </Button>
      <h1 className="mono cut" tabIndex={-1} title={visibleText(instanceId)}>
        <MarkedText text={instanceId} />
      </h1>
      <span className="muted">{formatCounted(total, 'attempt')}</span>
      {suggested && !isBlind && (
        <span className="bench-suggestion cut" title="By label, then what the recipe says, then tokens">
          suggested: <b className="mono">{attemptName(suggested)}</b>, {suggestion?.text}
        </span>
      )}
      {isBlind && <span className="muted cut">blind review: what the recipe and others say is hidden until you decide</span>}
      <span className="grow" />
      <Popover label="Attempts" trigger={<Button>{`${shown.length} of ${attempts.attempts.length} side by side`}</Button>}>
        <fieldset className="bench-chooser">
          <legend>At most {MOST_SHOWN} side by side</legend>
          {attempts.attempts.map((attempt) => (
            <Checkbox key={attempt.id} isOn={shown.includes(attempt.id)} onChange={() => onToggle(attempt.id)}>
              <span className="mono">{attemptName(attempt)}</span>
            </Checkbox>
          ))}
        </fieldset>
      </Popover>
      <Segmented
        label="Below"
        value={view}
        segments={[
          { value: 'calls', label: 'Calls', title: 'Aligned call by call (V)' },
          { value: 'patches', label: 'Patches', title: 'Which files each changes (V)' },
        ]}
        onChange={onView}
      />
    </div>
  )
}
