import { formatCount, formatPercent } from '../../widgets/index.ts'

/** What was wanted of one value, and what it gets. */
export interface ShareBar {
  key: string
  label: string
  examples: number
  /** 0 to 1. */
  share: number
  /** 0 to 1. */
  wanted: number
}

/** Wanted and got, side by side: a bar for what it gets, a mark where the wish is. */
export function ShareBars({ caption, noun, bars }: { caption: string; noun: string; bars: readonly ShareBar[] }) {
  const longest = Math.max(0.01, ...bars.map(({ share, wanted }) => Math.max(share, wanted)))
  return (
    <table className="plan-shares">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th>{noun}</th>
          <th aria-hidden />
          <th className="number">Wanted</th>
          <th className="number">Gets</th>
          <th className="number">Examples</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, examples, share, wanted }) => (
          <tr key={key}>
            <th scope="row" className="mono cut" title={label}>
              {label}
            </th>
            <td className="plan-track" aria-hidden>
              <i className="plan-got" style={{ width: `${(share / longest) * 100}%` }} />
              <i className="plan-wanted" style={{ left: `${(wanted / longest) * 100}%` }} />
            </td>
            <td className="number">{formatPercent(wanted)}</td>
            <td className="number">{formatPercent(share)}</td>
            <td className="number">{formatCount(examples)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
