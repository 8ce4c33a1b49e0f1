import { Link2 } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useApi } from '../../api/use-api.ts'
import { hashOf, queueShown } from '../../app/route.ts'
import { formatBytes, formatCount, formatCounted, IconButton, Tag, toast } from '../../widgets/index.ts'
import { FindingStrips } from '../findings/finding-strips.tsx'
import { countLines, PROMPT_LIMITS, RESULT_LIMITS, TASK_LIMITS } from '../logic/fold-text.ts'
import { messageParts } from '../logic/message-parts.ts'
import { tokenWords } from '../logic/token-parts.ts'
import { CardRedactions, CardStateTag, CutLine, MaskToggle, useCardState } from '../steps/card-steps.tsx'
import { coverMessage, coversAt } from '../steps/logic/cover-message.ts'
import { coverText } from '../steps/logic/cover-text.ts'
import { WordsContext } from '../steps/words-context.ts'
import type { CallView, MessageView } from '../types.ts'
import { CallBlock, CallMarks } from './call-block.tsx'
import { CopyText } from './copy-text.tsx'
import { ExtraFields } from './extra-fields.tsx'
import { fetchWholeText } from './fetch-whole-text.ts'
import { MarkedText } from './marked-text.tsx'
import { ProseText } from './prose-text.tsx'
import { Reasoning } from './reasoning.tsx'
import { TextBlock } from './text-block.tsx'
import { useTrace } from './trace-context.ts'

/** One message of the run as a card: who, kind, tokens, and what was said, called or answered. */
export interface MessageCardProps {
  message: MessageView
  /** The call a result answers. */
  answers: CallView | undefined
  isCurrent: boolean
}

/** See {@link MessageCardProps}. */
export const MessageCard = memo(function MessageCard({ message: whole, answers, isCurrent }: MessageCardProps) {
  const message = useCovered(whole)
  const state = useCardState(message)
  const { words } = useTrace()
  const isError = message.result?.isError === true
  const classes = ['card', `card-${kindOf(message)}`, isError && 'card-error', state && `card-${state}`, isCurrent && 'is-current']
  return (
    <WordsContext value={words}>
      <article className={classes.filter(Boolean).join(' ')} aria-labelledby={`m${message.index}`}>
        <CardHead message={message} answers={answers} />
        <CardBody message={message} answers={answers} />
        <ExtraFields message={message} />
        <FindingStrips message={message.index} />
        <CardRedactions message={message} />
        <CutLine message={message} />
      </article>
    </WordsContext>
  )
})

/** The message with what is redacted of it covered, unless the person asked to see it. */
function useCovered(message: MessageView): MessageView {
  const { edits, words, revealed } = useTrace()
  const isShown = revealed.has(message.index)
  return useMemo(() => (isShown ? message : coverMessage(message, edits.redactions, words)), [message, isShown, edits, words])
}

function kindOf(message: MessageView): 'result' | 'turn' | 'prompt' {
  if (message.result) return 'result'
  return message.role === 'assistant' || message.calls.length > 0 ? 'turn' : 'prompt'
}

function CardHead({ message, answers }: { message: MessageView; answers: CallView | undefined }) {
  const [call] = message.calls
  const lines = countLines(message.content.text)
  const isLong = lines > RESULT_LIMITS.whole || message.content.size > 4000
  return (
    <header className="card-head">
      <span id={`m${message.index}`} className="card-who">
        <span className="mono faint">{message.index}</span> <MarkedText text={message.role} />
        {message.name !== null && (
          <span className="faint">
            <MarkedText text={message.name} />
          </span>
        )}
      </span>
      {message.result && <ResultMarks message={message} answers={answers} />}
      <CardStateTag message={message} />
      {message.calls.length > 1 && <Tag>{message.calls.length} calls</Tag>}
      {call && message.calls.length === 1 && <CallMarks call={call} />}
      <span className="grow" />
      <span className="card-size">
        <TokenCount message={message} />
        {isLong &&
          ` · ${message.content.size > message.content.text.length ? formatBytes(message.content.size) : formatCounted(lines, 'line')}`}
      </span>
      <CardActions message={message} />
    </header>
  )
}

/** The tokens, and where there is more than one part what they are spent on. */
function TokenCount({ message: { tokens, tokenParts } }: { message: MessageView }) {
  const parts = tokenWords(tokenParts)
  const isSplit = parts.includes(',')
  return (
    <span title={isSplit ? `cl100k_base tokens: ${parts}` : undefined}>
      {formatCount(tokens)} tok
      {isSplit && <span className="visually-hidden"> ({parts})</span>}
    </span>
  )
}

function ResultMarks({ message, answers }: { message: MessageView; answers: CallView | undefined }) {
  const { result } = message
  if (!result) return null
  return (
    <>
      <span className="muted">result</span>
      {result.isError ? (
        <Tag tone="drop">
          <i aria-hidden>✕</i> {result.exitCode === null ? 'error' : `exit ${result.exitCode}`}
        </Tag>
      ) : (
        result.exitCode !== null && <Tag>exit {result.exitCode}</Tag>
      )}
      {answers?.isTest && <Tag tone={result.isError ? 'drop' : 'accent'}>test run</Tag>}
      {result.isTruncated && (
        <Tag tone="unknown" title="The harness cut this result before the model saw it">
          cut by the harness
        </Tag>
      )}
      {!result.call && <Tag tone="unknown">nobody asked for this</Tag>}
    </>
  )
}

function CardActions({ message }: { message: MessageView }) {
  const api = useApi()
  const { id, edits, words, revealed } = useTrace()
  const { content, index } = message
  const place = { message: index, field: 'content', call: null } as const
  const link = () => {
    const hash = hashOf({ screen: 'example', id, message: index, queue: queueShown() })
    void navigator.clipboard
      .writeText(window.location.href.replace(/#.*$/, '') + hash)
      .then(() => toast({ text: `Copied a link to message ${index}` }))
  }
  const whole = async () => {
    const text = await fetchWholeText(api, id, place)
    return revealed.has(index) ? text : coverText(text, coversAt(edits.redactions, place), words)
  }
  return (
    <span className="card-actions">
      <MaskToggle message={message} />
      <IconButton label={`Copy a link to message ${index}`} icon={<Link2 size={13} aria-hidden />} onClick={link} />
      <CopyText label={message.result ? 'result' : 'message'} text={content.size > content.text.length ? whole : content.text} />
    </span>
  )
}

function CardBody({ message }: { message: MessageView; answers: CallView | undefined }) {
  const { content, index } = message
  const place = { message: index, field: 'content', call: null } as const
  if (message.result) {
    if (content.size === 0) return <p className="nothing">Empty result</p>
    return <TextBlock place={place} {...content} limits={RESULT_LIMITS} className="code card-code" />
  }
  if (kindOf(message) === 'prompt') {
    if (content.size === 0) return <p className="nothing">Empty message</p>
    const limits = message.role === 'system' ? PROMPT_LIMITS : TASK_LIMITS
    return <TextBlock place={place} {...content} limits={limits} className="prose" draw={ProseText} />
  }
  return <TurnBody message={message} />
}

function TurnBody({ message }: { message: MessageView }) {
  const { content, calls, index, reasoning } = message
  const parts = messageParts(message)
  const place = { message: index, field: 'content', call: null } as const
  const beforeSize = parts.hasTakenOut ? parts.before.length : content.size
  const isEmpty = content.size === 0 && calls.length === 0 && !reasoning?.size
  return (
    <>
      {reasoning && reasoning.size > 0 && <Reasoning message={index} reasoning={reasoning} />}
      {parts.before !== '' && (
        <TextBlock place={place} text={parts.before} size={beforeSize} limits={RESULT_LIMITS} className="prose" draw={ProseText} />
      )}
      {calls.map((call, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a call's place in its message is its identity
        <CallBlock key={i} call={call} place={{ message: index, field: 'arguments', call: i }} isAlone={calls.length === 1} />
      ))}
      {parts.after !== '' && (
        <TextBlock place={place} text={parts.after} size={parts.after.length} limits={RESULT_LIMITS} className="prose" draw={ProseText} />
      )}
      {isEmpty && <p className="nothing">Empty message</p>}
    </>
  )
}
