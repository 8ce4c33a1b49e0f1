import { setRange } from '../../browse/edit-selection.ts'
import { looksOf, MOST_GROUPS, ShareBars, type ShareRow, sharesTable } from '../../plots/index.ts'
import type { Measure } from '../../state/use-measures.ts'
import { formatCount } from '../../widgets/index.ts'
import { allWindows, windowWord } from '../logic/windows.ts'
import { MeasureSelect } from '../measure-select.tsx'
import { Panel } from '../panel.tsx'
import { TokenNote } from '../token-note.tsx'
import { useChoices } from '../use-choices.ts'
import { useKeyOrder } from '../use-key-order.ts'
import { useMeasureOf } from '../use-measure-of.ts'
import { useScope } from '../use-scope.ts'
import { type StatsAnswers, useWindows } from '../use-stats.ts'
import { WindowField } from '../window-field.tsx'

/** Px: five windows of three groups, with their legend. */
const PLOT_HEIGHT = 288

/** The share that fits each context window, by the token count chosen; a window picks the rows that fit. */
export function WindowsPanel({ measure, counts }: { measure: Measure; counts: readonly Measure[] }) {
  const { selection, narrow } = useScope()
  const { choices, choose } = useChoices()
  const asked = useWindows({ selection, measure: measure.id, windows: allWindows(choices.windows), by: choices.by })
  const askedBy = asked.data?.input.by ?? null
  const order = useKeyOrder(askedBy)
  const shown = useMeasureOf(asked.data?.answer.measure) ?? measure
  const looks = ({ groups }: StatsAnswers['windows']) =>
    looksOf(
      askedBy,
      groups.map(({ keys: [key = ''] }) => key),
      order,
    )
  return (
    <Panel
      id="windows"
      title="What fits"
      span={4}
      size="tall"
      asked={asked}
      subtitle={({ answer }) => countWords(answer)}
      table={({ answer }) => sharesTable(rowsOf(answer), looks(answer), `Window (${shown.label.toLowerCase()})`)}
      actions={<MeasureSelect label="Tokens counted" measures={counts} value={measure.id} onChange={(tokens) => choose({ tokens })} />}
    >
      {({ answer }) => (
        <>
          <ShareBars
            rows={rowsOf(answer)}
            groups={looks(answer)}
            noun="fit"
            onPick={(window) => narrow((now) => setRange(now, shown.id, { min: null, max: Number(window) }))}
            height={PLOT_HEIGHT}
          />
          <div className="panel-foot">
            <WindowField own={choices.windows} onChange={(windows) => choose({ windows })} />
            <TokenNote measure={shown} />
          </div>
        </>
      )}
    </Panel>
  )
}

function countWords({ groups, groupsLeftOut }: StatsAnswers['windows']): string {
  const all = groups.length + groupsLeftOut
  const drawn = all > MOST_GROUPS ? `${MOST_GROUPS} of ${formatCount(all)} groups · ` : ''
  return `${drawn}n ${formatCount(groups.reduce((sum, { n }) => sum + n, 0))}`
}

function rowsOf({ windows, groups }: StatsAnswers['windows']): ShareRow[] {
  return windows.map((window, i) => ({
    key: String(window),
    label: windowWord(window),
    shares: groups.map(({ n, fits }) => (n === 0 ? null : (fits[i] ?? 0) / n)),
  }))
}
