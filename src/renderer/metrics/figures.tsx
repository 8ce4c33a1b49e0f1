import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { ErrorState, formatCount, formatCounted, IconButton, LabelMark, Popover, Skeleton } from '../widgets/index.ts'
import { formatStat } from './logic/format-stat.ts'
import { intervalWords, shareFigure } from './logic/share-words.ts'
import type { Asked, StatsAnswers, StatsOf } from './use-stats.ts'

/** The figures at the head: what a curator asks first. */
export function Figures({ asked }: { asked: Asked<StatsOf<'overview'>> }) {
  if (asked.isError) return <ErrorState error={asked.error} onRetry={asked.retry} isCompact />
  return (
    <dl className="tiles" aria-busy={asked.isBusy || undefined}>
      {figuresOf(asked.data?.answer).map((figure) => (
        <div key={figure.name} className="tile">
          <dt className="tile-name cut">{figure.name}</dt>
          <dd className="tile-value">{figure.value ?? <Skeleton height={20} width={84} label={`Loading ${figure.name}`} />}</dd>
          <dd className="tile-note cut" title={figure.note}>
            {figure.note}
          </dd>
          {figure.help && <dd className="tile-help">{figure.help}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** `value` null is on its way. */
interface Figure {
  name: string
  value: string | null
  note: string
  help?: ReactNode
}

/** Undefined: not there yet; every figure has its place. */
function figuresOf(overview: StatsAnswers['overview'] | undefined): Figure[] {
  const { examples, measured, resolved, medianTokens, medianMessages, failedCalls, testedAfterLastEdit: tested } = overview ?? NOTHING
  const isThere = overview !== undefined
  const of = (n: number, noun: string) => (isThere ? `of ${formatCounted(n, noun)}` : '')
  const ofMeasured = isThere ? `of ${formatCount(measured)} measured` : ''
  const figure = (text: string) => (isThere ? text : null)
  return [
    { name: 'trajectories', value: figure(formatCount(examples)), note: measuredWords(overview) },
    {
      name: `resolved ${isThere ? `of ${formatCount(resolved.n)} labelled` : 'of labelled'}`,
      value: figure(shareFigure(resolved)),
      note: resolved.low === null ? '' : `${intervalWords(resolved)} at 95 %`,
      help: <LabelHelp />,
    },
    { name: 'median tokens', value: figure(formatStat(medianTokens)), note: ofMeasured },
    { name: 'median messages', value: figure(formatStat(medianMessages)), note: ofMeasured },
    { name: 'calls failed', value: figure(shareFigure(failedCalls)), note: of(failedCalls.n, 'call') },
    { name: 'tested after last edit', value: figure(shareFigure(tested)), note: isThere ? `of ${formatCount(tested.n)} that edit` : '' },
  ]
}

const NO_SHARE = { n: 0, hits: 0, rate: null, low: null, high: null }
const NOTHING: StatsAnswers['overview'] = {
  examples: 0,
  measured: 0,
  resolved: NO_SHARE,
  medianTokens: null,
  medianMessages: null,
  failedCalls: NO_SHARE,
  testedAfterLastEdit: NO_SHARE,
}

function measuredWords(overview: StatsAnswers['overview'] | undefined): string {
  if (!overview) return ''
  return overview.measured === overview.examples ? 'all measured' : `${formatCount(overview.measured)} measured`
}

/** Nobody knows how `resolved` was decided: what it says, and what it does not. */
function LabelHelp() {
  return (
    <Popover
      label="What resolved means"
      align="start"
      trigger={<IconButton label="What resolved means" icon={<Info size={13} aria-hidden />} />}
    >
      <div className="tile-explained">
        <p>
          The rows' own label. The dataset does not say how it was decided, so read it as a claim, not as proof that the tests passed here.
        </p>
        <ul>
          <li>
            <span className="mono">1</span> <LabelMark resolved={1} />
          </li>
          <li>
            <span className="mono">0</span> <LabelMark resolved={0} />
          </li>
          <li>
            <span className="mono">−1</span> <LabelMark resolved={-1} /> left out of every rate
          </li>
        </ul>
        <p>The interval is Wilson's, at 95 %.</p>
      </div>
    </Popover>
  )
}
