import { bar, EDGE, figure, frame, INK, label, TOP, WIDTH } from './frame.ts'

/** One bar. */
export interface PlotBar {
  label: string
  amount: number
  /** Behind the number, such as a share. */
  note?: string
  fill?: string
}

/** Where bars begin and how far they may reach; what is left holds the words. */
const BARS_FROM = 210
const BARS_WIDTH = 340
const ROW = 26
/** Longer labels are cut: about what fits before the bars. */
const LABEL_UNITS = 30

/** Bars from top to bottom, each with its number; the longest fills the width. */
export function barPlot(title: string, line: string, bars: readonly PlotBar[]): string {
  const most = Math.max(1, ...bars.map(({ amount }) => amount))
  const rows = bars.map((one, place) => rowOf(one, TOP + place * ROW, most))
  return frame(title, line, TOP + bars.length * ROW + EDGE / 2, rows.join('\n'))
}

function rowOf({ label: text, amount, note, fill = INK.accent }: PlotBar, y: number, most: number): string {
  const width = (amount / most) * BARS_WIDTH
  const shown = text.length > LABEL_UNITS ? `${text.slice(0, LABEL_UNITS - 1)}…` : text
  const number = note === undefined ? figure(amount) : `${figure(amount)} · ${note}`
  return [
    label(BARS_FROM - 10, y + 15, shown, { anchor: 'end', fill: INK.muted }),
    bar(BARS_FROM, y + 3, width, ROW - 9, fill),
    label(Math.min(BARS_FROM + Math.max(width, 1) + 8, WIDTH - EDGE), y + 15, number),
  ].join('\n')
}
