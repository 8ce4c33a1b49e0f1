import type { Funnel } from '#record'
import { SPLITS } from '#record'
import type { ManifestBody } from '../manifest-body.ts'
import { barPlot, type PlotBar } from './bar-plot.ts'
import { figure, INK } from './frame.ts'
import { lengthPlot } from './length-plot.ts'

/** A picture of the card. */
export interface Plot {
  /** The file. */
  name: string
  /** For who does not see it. */
  alt: string
  svg: string
}

/** Bars of one plot; more are one bar of others. */
const MOST_BARS = 12

/** The pictures of an export: how it was chosen, what it holds, how long rows are. One that has nothing to show is left out. */
export function plotsOf(body: ManifestBody): Plot[] {
  return [funnelPlot(body), ...groupPlots(body), tokensPlot(body), splitsPlot(body)].filter((plot) => plot !== null)
}

function funnelPlot({ funnel, chosen, rows }: ManifestBody): Plot | null {
  const { total, steps } = (funnel ?? { total: 0, steps: [] }) as unknown as Funnel
  const left = steps
    .filter(({ dropped }) => dropped > 0)
    .map(({ title, remaining, dropped }) => ({ label: title, amount: remaining, note: `−${figure(dropped)}` }))
  // The choice begins with all there is, as the recipe did.
  const choice = chosen.steps
    .filter(({ before, after }) => before !== after)
    .map(({ step, after }) => ({ label: step, amount: after, fill: INK.accent }))
  const bars: PlotBar[] = [
    ...(funnel ? [{ label: 'judged by the recipe', amount: total, fill: INK.muted }] : []),
    ...fewer(left),
    ...choice,
    { label: 'rows written', amount: sum(Object.values(rows)), fill: INK.keep },
  ]
  const svg = barPlot('How it was chosen', 'Examples left after each step', bars)
  return { name: 'plot-funnel.svg', alt: 'Examples left after each step of the recipe and of the choice', svg }
}

function groupPlots({ leaving }: ManifestBody): (Plot | null)[] {
  const plot = (name: string, title: string, values: { value: string; examples: number }[]): Plot | null => {
    if (values.length === 0) return null
    const all = sum(values.map(({ examples }) => examples))
    const bars = values.map(({ value, examples }) => ({ label: value || 'unknown', amount: examples, note: percent(examples / all) }))
    return { name, alt: title, svg: barPlot(title, `${figure(all)} rows`, folded(bars, all)) }
  }
  return [
    plot('plot-languages.svg', 'Rows by language', leaving.languages),
    plot('plot-harnesses.svg', 'Rows by harness', leaving.harnesses),
  ]
}

function tokensPlot({ leaving: { lengths }, tokens }: ManifestBody): Plot | null {
  if (lengths.length === 0 || !tokens) return null
  const line = `${figure(tokens.total)} tokens (${tokens.encoding}), the longest row ${figure(tokens.longest)}; rows from so many tokens to twice as many`
  return { name: 'plot-tokens.svg', alt: 'Rows by their number of tokens', svg: lengthPlot('How long rows are', line, lengths) }
}

function splitsPlot({ plan, rows }: ManifestBody): Plot | null {
  if (plan.splits === null || plan.splits === undefined) return null
  const all = sum(Object.values(rows))
  const bars = SPLITS.flatMap((split) =>
    rows[split] === undefined ? [] : [{ label: split, amount: rows[split], note: percent(rows[split] / Math.max(all, 1)) }],
  )
  return { name: 'plot-splits.svg', alt: 'Rows by split', svg: barPlot('Splits', `${figure(all)} rows`, bars) }
}

function folded(bars: readonly PlotBar[], all: number): PlotBar[] {
  if (bars.length <= MOST_BARS) return [...bars]
  const rest = bars.slice(MOST_BARS - 1)
  const amount = sum(rest.map((one) => one.amount))
  return [...bars.slice(0, MOST_BARS - 1), { label: `${rest.length} others`, amount, note: percent(amount / all), fill: INK.muted }]
}

/** Of too many steps the last ones: what is left is what counts. */
function fewer(bars: readonly PlotBar[]): PlotBar[] {
  return bars.slice(-MOST_BARS)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
