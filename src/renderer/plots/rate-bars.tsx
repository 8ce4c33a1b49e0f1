import { useState } from 'react'
import { Drawing, PlotEmpty } from './drawing.tsx'
import { Hint, type HintState } from './hint.tsx'
import { Hit } from './hit.tsx'
import { labelText } from './label-text.ts'
import { fitsUpright, lyingBox, lyingRow, uprightBox } from './rate-layout.ts'
import { rateLines, rateWords } from './rate-words.ts'
import { LyingRates } from './rates-lying.tsx'
import { UprightRates } from './rates-upright.tsx'
import type { ShareData } from './types.ts'
import { useWidth } from './use-width.ts'

/** One bar: a share with its interval. */
export interface RateItem {
  key: string
  label: string
  share: ShareData
  /** CSS colour; default the keep token. */
  color?: string
}

/** Shares with their 95 % intervals and n: upright when few, lying when many. */
export interface RateBarsProps {
  items: readonly RateItem[]
  /** What the share is, for tooltips and screen readers: 'resolved'. */
  noun?: string
  /** Keys picked (the selection's facet); others are dimmed. None picked: none dimmed. */
  picked?: readonly string[]
  onPick?: ((key: string) => void) | undefined
  /** Px; longer lists scroll. Default 212. */
  height?: number
}

const HEIGHT = 212

/** See {@link RateBarsProps}. */
export function RateBars({ items, noun = 'resolved', picked = [], onPick, height = HEIGHT }: RateBarsProps) {
  const { refs, width } = useWidth()
  const [hint, setHint] = useState<HintState | null>(null)
  if (items.length === 0) return <PlotEmpty height={height}>No group has enough labelled examples</PlotEmpty>
  const isUpright = fitsUpright(items, width)
  const row = lyingRow(items.length, height)
  const tall = isUpright ? height : Math.max(height, items.length * row)
  const Rates = isUpright ? UprightRates : LyingRates
  const boxOf = isUpright ? uprightBox(items.length, width, height) : lyingBox(width, row)
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        height={tall}
        shown={height}
        label={noun}
        overlay={items.map((item, place) => (
          <Hit
            key={item.key}
            box={boxOf(place)}
            label={`${labelText(item.label)}, ${rateWords(item.share, noun)}`}
            isPicked={picked.includes(item.key)}
            onPick={onPick && (() => onPick(item.key))}
            onHint={(point) => setHint(point && { ...point, title: labelText(item.label), lines: rateLines(item.share, noun) })}
          />
        ))}
      >
        <Rates items={items} picked={picked} width={width} height={height} />
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}
