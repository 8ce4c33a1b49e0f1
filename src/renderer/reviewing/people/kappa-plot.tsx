import { kappaPlace } from '../logic/kappa-place.ts'
import { KAPPA_BANDS, kappaWords } from '../logic/kappa-words.ts'
import type { Pair } from '../types.ts'
import { pairName } from './agreement-table.tsx'

/** Pairs drawn; the table above has all. */
const SHOWN = 8

/** Each pair's kappa as a dot on the usual bands, whose words stand below. The table is its twin. */
export function KappaPlot({ pairs }: { pairs: readonly Pair[] }) {
  const known = pairs.flatMap((pair) => (pair.kappa === null ? [] : [{ pair, kappa: pair.kappa }])).slice(0, SHOWN)
  if (known.length === 0) return null
  return (
    <figure className="kappa-plot" aria-label="Kappa of each pair on the bands of Landis and Koch; the numbers are in the table">
      {known.map(({ pair, kappa }) => (
        <div key={JSON.stringify([pair.a, pair.b])} className="kappa-line" aria-hidden>
          <span className="cut">{pairName(pair)}</span>
          <span className="kappa-track">
            {KAPPA_BANDS.map(({ from }) => (
              <i key={from} className="kappa-edge" style={{ left: `${kappaPlace(from)}%` }} />
            ))}
            <i className="kappa-dot" style={{ left: `${kappaPlace(kappa)}%` }} title={kappaWords(kappa).number} />
          </span>
        </div>
      ))}
      <div className="kappa-line kappa-axis" aria-hidden>
        <span />
        <span className="kappa-words">
          {KAPPA_BANDS.map(({ from, word }, i) => (
            <span
              key={from}
              style={{ left: `${kappaPlace(from)}%`, width: `${kappaPlace(KAPPA_BANDS[i - 1]?.from ?? 1) - kappaPlace(from)}%` }}
            >
              <b>{from.toFixed(from === 0 ? 0 : 2)}</b> {word}
            </span>
          ))}
        </span>
      </div>
    </figure>
  )
}
