import { Tag } from '../../widgets/index.ts'
import { argumentsFor } from '../logic/call-arguments.ts'
import type { TextPlace } from '../logic/find-plan.ts'
import { CALL_LIMITS } from '../logic/fold-text.ts'
import type { CallView } from '../types.ts'
import { CopyText } from './copy-text.tsx'
import { EditBlock } from './edit-block.tsx'
import { MarkedText } from './marked-text.tsx'
import { ShellText } from './shell-text.tsx'
import { TextBlock } from './text-block.tsx'

/** One call of a message: what it does, drawn the way one reads it. */
export function CallBlock({ call, place, isAlone }: { call: CallView; place: TextPlace; isAlone: boolean }) {
  return (
    <div className="call">
      {!isAlone && (
        <div className="call-head">
          <CallMarks call={call} />
        </div>
      )}
      <CallBody call={call} place={place} />
      {call.argumentsError !== null && (
        <p className="call-problem">
          <MarkedText text={`The arguments are not JSON: ${call.argumentsError}`} />
        </p>
      )}
      {call.resultIndex === null && !call.isEnd && <p className="call-problem">No result answers this call</p>}
    </div>
  )
}

/** A call's kind, tool and protocol, for a head line. */
export function CallMarks({ call }: { call: CallView }) {
  return (
    <>
      <Tag tone={call.isTest ? 'accent' : 'neutral'}>{kindOf(call)}</Tag>
      {call.name !== '' && (
        <span className="cut">
          <MarkedText text={call.name} />
        </span>
      )}
      {call.protocol !== 'structured' && (
        <span className="faint" title="This call was written as text inside the message">
          {call.protocol}
        </span>
      )}
    </>
  )
}

function kindOf({ act, isTest, isEdit, isEnd }: CallView): string {
  if (isTest) return 'test run'
  if (act.kind === 'shell' && (isEdit || isEnd)) return isEnd ? 'finish' : 'edit'
  if (act.kind === 'edit') return act.change.kind === 'replace' ? 'edit' : act.change.kind
  return act.kind === 'shell' || act.kind === 'other' ? 'call' : act.kind
}

function CallBody({ call, place }: { call: CallView; place: TextPlace }) {
  const { act, argumentsText } = call
  const isCut = argumentsText.size > argumentsText.text.length
  switch (act.kind) {
    case 'shell':
      return (
        <div className="code-line">
          <span className="prompt" aria-hidden>
            $
          </span>
          {isCut ? (
            <TextBlock place={place} text={argumentsText.text} size={argumentsText.size} limits={CALL_LIMITS} className="code" />
          ) : (
            <TextBlock place={place} text={act.command} size={act.command.length} limits={CALL_LIMITS} className="code" draw={ShellText} />
          )}
          <CopyText label="command" text={act.command} />
        </div>
      )
    case 'edit':
      return <EditBlock act={act} place={place} isCut={isCut} />
    case 'view':
      return <Arguments call={call} place={place} lead={act.path} shown={['command', 'path']} />
    case 'think':
      return <TextBlock place={place} text={act.thought} size={act.thought.length} limits={CALL_LIMITS} className="prose reasoning" />
    case 'finish':
    case 'other':
      return <Arguments call={call} place={place} />
  }
}

function Arguments({ call, place, lead, shown }: { call: CallView; place: TextPlace; lead?: string; shown?: string[] }) {
  const { text, size } = call.argumentsText
  const readable = argumentsFor(call, shown)
  const isCut = size > text.length
  if (!lead && readable === '') return null
  return (
    <div className="code-line">
      <div className="code-stack">
        {lead && (
          <div className="code">
            <MarkedText text={lead} />
          </div>
        )}
        {readable !== '' && (
          <TextBlock place={place} text={readable} size={isCut ? size : readable.length} limits={CALL_LIMITS} className="code muted" />
        )}
      </div>
    </div>
  )
}
