import { useMemo, useRef, useState } from 'react'
import { LabelMark, SplitPanes, Tag } from '../widgets/index.ts'
import { FindBar } from './find/find-bar.tsx'
import { useFind } from './find/use-find.ts'
import { useFoundHere } from './findings/use-findings.ts'
import { usePointing } from './findings/use-pointing.ts'
import { JumpBar } from './jump-bar.tsx'
import { jumpFrom } from './logic/jumps.ts'
import { entryOfMessage, heaviestStep, type OutlineFilter, outlineOf } from './logic/outline.ts'
import { visibleText } from './logic/split-text.ts'
import { Outline } from './outline/outline.tsx'
import { SiblingsLink } from './siblings-link.tsx'
import { MarkedText } from './trajectory/marked-text.tsx'
import { TraceContext, useTraceState } from './trajectory/trace-context.ts'
import { Trajectory, type TrajectoryHandle } from './trajectory/trajectory.tsx'
import type { Detail, Row } from './types.ts'
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
  const entries = useMemo(() => outlineOf({ messages, steps }, new Set(byMessage.keys())), [messages, steps, byMessage])
  const trajectory = useRef<TrajectoryHandle>(null)
  const [current, setCurrent] = useState(messages[0]?.index ?? 0)
  const [filter, setFilter] = useState<OutlineFilter>('all')
  const trace = useTraceState(row.id, reasoning)
  const find = useFind({ trace, messages, current, trajectory })
  usePointing(findings, trace, trajectory)
  useMessageLink(row.id, linked, current, trajectory)
  const go = (message: number) => trajectory.current?.goTo(message)
  const jump = (direction: 1 | -1, wanted: OutlineFilter) => {
    const target = jumpFrom(entries, entryOfMessage(entries, current)?.message ?? current, {
      direction,
      filter: wanted,
      wraps: wanted !== 'all',
    })
    if (target) go(target.message)
  }
  const goToHeaviest = () => {
    const heaviest = heaviestStep(entries)
    if (heaviest) go(heaviest.message)
  }
  const outline = (
    <Outline
      entries={entries}
      steps={steps.length}
      filter={filter}
      onFilter={setFilter}
      current={entryOfMessage(entries, current)}
      onGo={go}
    />
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
          showsReasoning={reasoning.shows}
          onReasoning={reasoning.toggle}
          onFind={find.open}
        />
        <div className="run-body">
          {find.isOpen && <FindBar find={find} />}
          <Trajectory ref={trajectory} messages={messages} current={current} onCurrent={setCurrent} />
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
