/** The plots of the Metrics screen: SVG by React, colours from tokens alone, each with a table twin, a picture and a CSV. Screens import them from here. */
export { type BarItem, Bars, type BarsProps } from './bars.tsx'
export { DensityPlot, type DensityPlotProps } from './density-plot.tsx'
export { colorOf, lookOf, looksOf } from './group-look.ts'
export { type HeatCell, HeatTable, type HeatTableProps } from './heat-table.tsx'
export { Histogram, type HistogramProps } from './histogram.tsx'
export type { PlotMark } from './marks.tsx'
export { PercentileLines, type PercentileLinesProps, type PercentileRow } from './percentile-lines.tsx'
export { PlotCard, type PlotCardProps } from './plot-card.tsx'
export { RateBars, type RateBarsProps, type RateItem } from './rate-bars.tsx'
export { ShareBars, type ShareBarsProps, type ShareRow } from './share-bars.tsx'
export { barsTable, densityTable, heatCellsTable, histogramTable, percentilesTable, ratesTable, sharesTable } from './tables.ts'
export type {
  AxisInfo,
  Brush2,
  DensityData,
  Dimension,
  GroupLook,
  HistogramData,
  PlotTable,
  Range,
  ShareData,
  SummaryData,
} from './types.ts'
