import { useEffect, useMemo, useRef, useState } from 'react'
import { LabelMark, SplitPanes, Tag } from '../widgets/index.ts'
import { FindBar } from './find/find-bar.tsx'
import { useFind } from './find/use-find.ts'
import { useFoundHere } from './findings/use-findings.ts'
import { usePointing } from './findings/use-pointing.ts'
import { JumpBar } from './jump-bar.tsx'
import { collapseRuns, messageOf } from './logic/collapse-runs.ts'
import { type JumpKind, jumpFrom } from './logic/jumps.ts'
import { maskedMessages } from './logic/masked-messages.ts'
import { entryOfMessage, heaviestStep, type OutlineEntry, outlineOf, type StepKind } from './logic/outline.ts'
import { visibleText } from './logic/split-text.ts'
import { trajectoryItems } from './logic/trajectory-items.ts'
import { Minimap } from './outline/minimap.tsx'
import { Outline } from './outline/outline.tsx'
import { useReading } from './reading-store.ts'
import { SiblingsLink } from './siblings-link.tsx'
import { tellMessages } from './steps/logic/cover-message.ts'
import { StepBar } from './steps/step-bar.tsx'
import { MarkedText } from './trajectory/marked-text.tsx'
import { TraceContext, useTraceState } from './trajectory/trace-context.ts'
import { Trajectory, type TrajectoryHandle } from './trajectory/trajectory.tsx'
import type { Detail, Row } from './types.ts'
import { useCollapse } from './use-collapse.ts'
import { useMessageLink } from './use-message-link.ts'
import './run.css'

interface RunProps {
  detail: Detail
  /** Message the URL names. */
  linked: number | null
  reasoning: { shows: boolean; toggle: () => void }
}

/** Outline and trajectory of one example. Mounted anew for every example, so that nothing stays open from the last. */
export function Run({ detail, linked, reasoning }: RunProps) {
  const { messages, steps, row } = detail
  const findings = useFoundHere()
  const { byMessage } = findings
  const masked = useMemo(() => maskedMessages(detail), [detail])
  const trace = useTraceState(row.id, reasoning)
  const told = useMemo(() => tellMessages(messages, trace.edits.redactions), [messages, trace.edits])
  const entries = useMemo(() => outlineOf({ messages: told, steps }, new Set(byMessage.keys()), masked), [told, steps, byMessage, masked])
  const trajectory = useRef<TrajectoryHandle>(null)
  const [current, setCurrent] = useState(messages[0]?.index ?? 0)
  const [kinds, setKinds] = useState<StepKind[]>([])
  const collapse = useCollapse()
  const opened = collapse.isOn ? collapse.opened : null
  const items = useMemo(() => trajectoryItems(messages, entries, opened), [messages, entries, opened])
  const find = useFind({ trace, messages, current, trajectory })
  usePointing(findings, trace, trajectory)
  useMessageLink(row.id, linked, current, trajectory)
  useStepRead(steps, current)
  const go = (message: number) => trajectory.current?.goTo(message)
  const jump = (direction: 1 | -1, kind: JumpKind) => {
    const from = entryOfMessage(entries, current)?.message ?? current
    // From step to step, a run that is drawn as one is one step.
    const stops = kind === 'all' && opened ? new Set(collapseRuns(entries, opened).map(messageOf)) : null
    const among = stops ? entries.filter((entry) => stops.has(entry.message)) : entries
    const target = jumpFrom(among, from, { direction, kind, wraps: kind !== 'all' })
    if (target) trajectory.current?.goTo(target.message, { keepsClosed: stops !== null })
  }
  const goToEnd = (end: OutlineEntry | undefined) => {
    if (end) trajectory.current?.goTo(end.message, { keepsClosed: true })
  }
  const goToHeaviest = () => {
    const heaviest = heaviestStep(entries)
    if (heaviest) go(heaviest.message)
  }
  const outline = (
    <Outline entries={entries} steps={steps.length} kinds={kinds} onKinds={setKinds} collapse={collapse} current={current} onGo={go} />
  )
  const run = (
    <TraceContext value={trace}>
      <div className="panel run">
        <RunHeader row={row} siblings={detail.siblings} />
        <JumpBar
          entries={entries}
          onJump={jump}
          findings={findings.found ? { count: findings.list.length, at: findings.pointed?.index ?? null } : null}
          onFinding={(direction) => findings.go(direction, current)}
          onHeaviest={goToHeaviest}
          onFirst={() => goToEnd(entries.find((entry) => entry.step !== null))}
          onLast={() => goToEnd(entries.findLast((entry) => entry.step !== null))}
          last={messages.at(-1)?.index ?? 0}
          onMessage={(message) => {
            trajectory.current?.goTo(message, { flash: true })
            trajectory.current?.element()?.focus({ preventScroll: true })
          }}
          showsReasoning={reasoning.shows}
          onReasoning={reasoning.toggle}
          onFind={find.open}
        />
        <StepBar detail={detail} current={current} onGo={go} />
        <div className="run-body">
          <Minimap entries={entries} steps={steps.length} current={current} onGo={go} trajectory={trajectory} />
          <div className="run-cards">
            {find.isOpen && <FindBar find={find} />}
            <Trajectory
              ref={trajectory}
              messages={messages}
              items={items}
              onOpenRun={collapse.open}
              current={current}
              onCurrent={setCurrent}
            />
          </div>
        </div>
      </div>
    </TraceContext>
  )
  return (
    <SplitPanes
      name="example.run"
      panes={[
        { id: 'outline', label: 'Outline', size: 232, min: 188, content: outline },
        { id: 'trajectory', label: 'Trajectory', size: 'rest', min: 320, content: run },
      ]}
    />
  )
}

/** Tells panes beside the run which step is being read. */
function useStepRead(steps: Detail['steps'], current: number): void {
  const step = steps.findLast(({ messageIndex }) => messageIndex <= current)?.number ?? 0
  useEffect(() => useReading.setState({ step }), [step])
}

function RunHeader({ row, siblings }: { row: Row; siblings: number }) {
  const facts = [row.language, row.harness, row.teacherModel ?? row.model]
  const name = row.instanceId ?? row.id
  return (
    <div className="bar">
      <h1 className="mono cut run-title" tabIndex={-1} title={visibleText(name)}>
        <MarkedText text={name} />
      </h1>
      <LabelMark resolved={row.resolved} />
      <span className="run-facts">
        {facts.map(
          (fact) =>
            fact !== null && (
              <Tag key={fact} title={visibleText(fact)}>
                <span className="run-fact">
                  <MarkedText text={fact} />
                </span>
              </Tag>
            ),
        )}
      </span>
      <span className="grow" />
      <SiblingsLink id={row.id} count={siblings} />
    </div>
  )
}
