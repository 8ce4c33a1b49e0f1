import { hashOf } from '../../app/route.ts'
import { formatCount, formatDate, Tag } from '../../widgets/index.ts'
import { isAnswer, type LedgerLine, lineWords } from '../logic/ledger-lines.ts'
import { RecipeName } from './recipe-name.tsx'

/** Px. */
export const LINE_HEIGHT = 28

/** One line: when, who, what, about which example, why, and under which recipe. `total` -1 while nobody knows how many there are. */
export function EntryLine({ line, name, top, index, total, isHidden }: EntryLineProps) {
  const { entry, count, isOneExample } = line
  const words = isHidden ? 'said something' : lineWords(line)
  const why = isHidden
    ? 'hidden while you review blind'
    : [entry.reason?.replaceAll('-', ' '), entry.note && `“${entry.note}”`].filter(Boolean).join(' · ')
  return (
    <li className="entry-line" style={{ transform: `translateY(${top}px)` }} aria-posinset={index + 1} aria-setsize={total}>
      <span className="number faint" title={`Entry ${formatCount(entry.seq)}`}>
        {formatCount(entry.seq)}
      </span>
      <time dateTime={entry.time} className="number">
        {formatDate(entry.time)}
      </time>
      <span className="cut" title={entry.reviewer}>
        {entry.reviewer}
        {entry.originSeq !== undefined && <span className="faint"> · merged</span>}
      </span>
      <span className="cut">
        <Tag tone={isHidden || !isAnswer(entry) ? 'neutral' : 'human'}>
          {!isHidden && isAnswer(entry) && <i aria-hidden>●</i>} {words}
          {entry.isBlind && ' · blind'}
          {entry.settles && ' · settles'}
        </Tag>
      </span>
      {!isOneExample ? (
        <span className="muted cut">{formatCount(count)} examples</span>
      ) : (
        <a className="mono cut" href={hashOf({ screen: 'example', id: entry.exampleId, message: null })} title={entry.exampleId}>
          {name}
        </a>
      )}
      <span className="muted cut" title={why}>
        {why}
      </span>
      <RecipeName hash={entry.recipeHash} />
    </li>
  )
}

/** See {@link EntryLine}. `top` in px. */
export interface EntryLineProps {
  line: LedgerLine
  /** Of the example, for people. */
  name: string
  top: number
  index: number
  total: number
  isHidden: boolean
}
