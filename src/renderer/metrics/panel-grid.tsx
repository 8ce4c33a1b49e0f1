import { Fragment, type ReactNode } from 'react'
import type { Measure } from '../state/use-measures.ts'
import { ChosenMeasure } from './chosen-measure.tsx'
import { FIRST_CHOICES } from './logic/choices.ts'
import { isNumeric, isWindowCount, pickMeasure } from './logic/measure-choice.ts'
import { INDEX_PANELS, PANELS, type PanelId } from './logic/panels.ts'
import { USUAL_WINDOWS, windowWord } from './logic/windows.ts'
import { MeasureSelect } from './measure-select.tsx'
import { DensityPanel } from './panels/density-panel.tsx'
import { HeatPanel } from './panels/heat-panel.tsx'
import { HistogramPanel } from './panels/histogram-panel.tsx'
import { LanguagePanel } from './panels/language-panel.tsx'
import { PercentilesPanel } from './panels/percentiles-panel.tsx'
import { RatePanel } from './panels/rate-panel.tsx'
import { SummaryPanel } from './panels/summary-panel.tsx'
import { TallyPanel } from './panels/tally-panel.tsx'
import { ToolTurnsPanel } from './panels/tool-turns-panel.tsx'
import { TurnsPanel } from './panels/turns-panel.tsx'
import { WindowsPanel } from './panels/windows-panel.tsx'
import { TokenNote } from './token-note.tsx'
import { useChoices } from './use-choices.ts'

/** Beyond it the tutorial draws no churn: one monster patch would press all others into the first bin. */
const CHURN_CLIP = 0.97

/** The cards on show. `isMeasured`: where nothing is measured yet, only what the index knows is drawn. */
export function PanelGrid({ measures, isMeasured }: { measures: readonly Measure[]; isMeasured: boolean }) {
  const { choices, choose } = useChoices()
  const numeric = measures.filter(isNumeric)
  const tallies = measures.filter(({ type }) => type === 'tally')
  const counts = measures.filter(isWindowCount)
  const tokens = pickMeasure(counts, [choices.tokens, 'traj_tokens'])
  const messages = pickMeasure(numeric, ['n_messages'])
  const churn = pickMeasure(numeric, ['diff_churn', 'patch_churn'])
  const free = pickMeasure(numeric, [choices.free, 'calls'])
  const tools = pickMeasure(tallies, ['tools'])
  const otherTallies = tallies.filter((tally) => tally !== tools)
  const tally = pickMeasure(otherTallies, [choices.tally])
  const turnCounts = numeric.filter(({ id }) => id === 'n_tool' || id === 'turns_with_calls')
  const toolTurns = pickMeasure(turnCounts, [choices.toolTurns, 'n_tool'])
  const spread = pickMeasure(numeric, [choices.percentilesOf, 'traj_tokens'])
  const present = (ids: readonly string[]) => ids.filter((id) => numeric.some((measure) => measure.id === id))
  const chosen = present(choices.measures)
  const summarised = chosen.length > 0 ? chosen : present(FIRST_CHOICES.measures)
  const turns = present(['steps', 'tokens_per_turn'])
  const panels: Record<PanelId, ReactNode> = {
    rate: <RatePanel />,
    tokens: tokens && (
      <HistogramPanel
        id="tokens"
        title="Tokens a trajectory"
        measure={tokens}
        marks={WINDOW_MARKS}
        actions={<MeasureSelect label="Tokens counted" measures={counts} value={tokens.id} onChange={(id) => choose({ tokens: id })} />}
        foot={
          <div className="panel-foot">
            <TokenNote measure={tokens} />
          </div>
        }
      />
    ),
    density: tokens && messages && <DensityPanel x={tokens} y={messages} />,
    windows: tokens && <WindowsPanel measure={tokens} counts={counts} />,
    tools: tools && <TallyPanel id="tools" title="Tools" tally={tools} size="tall" />,
    heat: <HeatPanel />,
    messages: messages && <HistogramPanel id="messages" title="Messages a trajectory" measure={messages} />,
    churn: churn && <HistogramPanel id="churn" title="Churn" measure={churn} clip={CHURN_CLIP} />,
    measure: free && (
      <HistogramPanel
        id="measure"
        title={free.label}
        measure={free}
        foot={<ChosenMeasure label="Measure drawn" measure={free} measures={numeric} onChange={(id) => choose({ free: id })} />}
      />
    ),
    languages: <LanguagePanel />,
    counts: tally && (
      <TallyPanel
        id="counts"
        title={tally.label}
        tally={tally}
        size="plot"
        foot={<ChosenMeasure label="What is counted" measure={tally} measures={otherTallies} onChange={(id) => choose({ tally: id })} />}
      />
    ),
    'tool-turns': toolTurns && <ToolTurnsPanel measure={toolTurns} measures={turnCounts} onChoose={(id) => choose({ toolTurns: id })} />,
    summary: summarised.length > 0 && <SummaryPanel measures={summarised} />,
    percentiles: spread && <PercentilesPanel measure={spread} measures={numeric} />,
    turns: turns.length > 0 && <TurnsPanel measures={turns} />,
  }
  return PANELS.filter(({ id }) => !choices.hidden.includes(id) && (isMeasured || INDEX_PANELS.includes(id))).map(({ id }) => (
    <Fragment key={id}>{panels[id]}</Fragment>
  ))
}

const WINDOW_MARKS = USUAL_WINDOWS.map((value) => ({ value, label: windowWord(value) }))
