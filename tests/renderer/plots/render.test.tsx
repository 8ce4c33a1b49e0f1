import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  Bars,
  DensityPlot,
  HeatTable,
  Histogram,
  looksOf,
  PercentileLines,
  PlotCard,
  RateBars,
  ShareBars,
} from '../../../src/renderer/plots/index.ts'
import { TooltipProvider } from '../../../src/renderer/widgets/index.ts'
import { densityOf, histogramOf, shareOf, TOKENS } from './plot-builders.ts'

const EVIL = `<script>alert(1)</script>\u0000\u202e\ud800${'x'.repeat(5000)}`
const HOSTILE = [EVIL, '__proto__', 'constructor', '', 'שלום']

const markup = (plot: ReactElement) => renderToStaticMarkup(<TooltipProvider>{plot}</TooltipProvider>)
const pick = () => undefined
const looks = looksOf('harness', HOSTILE)
const hostile = HOSTILE.map((key, place) => ({ key: `${place}`, label: key }))

const plots: Record<string, (labels: { key: string; label: string }[]) => ReactElement> = {
  Histogram: (labels) => (
    <Histogram
      data={histogramOf(Object.fromEntries(labels.map(({ label }) => [`k${label}`, [1, 2, 0]])))}
      axis={TOKENS}
      by="harness"
      onBrush={pick}
    />
  ),
  DensityPlot: (labels) => (
    <DensityPlot
      data={densityOf(Object.fromEntries(labels.map(({ label }) => [`k${label}`, [[3, 2]]])))}
      x={TOKENS}
      y={TOKENS}
      by="harness"
      onBrush={pick}
    />
  ),
  RateBars: (labels) => <RateBars items={labels.map((one) => ({ ...one, share: shareOf(3, 9) }))} onPick={pick} />,
  Bars: (labels) => <Bars items={labels.map((one) => ({ ...one, value: 5, part: 1 }))} noun="calls" onPick={pick} />,
  ShareBars: (labels) => (
    <ShareBars rows={labels.map((one) => ({ ...one, shares: looks.map(() => 0.5) }))} groups={looks} noun="fit" onPick={pick} />
  ),
  HeatTable: (labels) => (
    <HeatTable
      rows={labels}
      columns={labels}
      cells={labels.map(({ key }) => ({ row: key, column: key, share: shareOf(1, 4) }))}
      onPick={pick}
    />
  ),
  PercentileLines: (labels) => (
    <PercentileLines
      rows={looksOf(
        'harness',
        labels.map(({ label }) => label),
      ).map((look) => ({ look, n: 3, min: 1, max: 9, values: [2, 8] }))}
      percentiles={[50, 99]}
      axis={TOKENS}
    />
  ),
}

describe.each(Object.entries(plots))('%s', (_name, plot) => {
  it('draws hostile keys as text, cut, with no broken number', () => {
    const html = markup(plot(hostile))
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
    for (const unseen of ['\u0000', '\u202e', '\ud800']) expect(html).not.toContain(unseen)
    expect(html.length).toBeLessThan(60_000)
  })

  it('says so when there is nothing to draw', () => {
    expect(markup(plot([]))).toMatch(/Nothing measured|enough labelled/)
  })
})

describe('a brush by keyboard', () => {
  it('is two sliders that say where they stand', () => {
    const html = markup(
      <Histogram data={histogramOf({ all: [1, 2, 3, 4] })} axis={TOKENS} by={null} brush={{ min: 250, max: 749 }} onBrush={pick} />,
    )
    expect(html.match(/role="slider"/g)).toHaveLength(2)
    expect(html).toContain('aria-label="Least Tokens"')
    expect(html).toContain('aria-valuetext="from 250 tokens"')
    expect(html).toContain('aria-valuetext="to 749 tokens"')
  })

  it('is four sliders over two axes', () => {
    const html = markup(<DensityPlot data={densityOf({ failed: [[3, 2]] })} x={TOKENS} y={TOKENS} by="label" brush={{ x: { min: 250, max: null }, y: null }} onBrush={pick} />) // biome-ignore format: one plot
    expect(html.match(/role="slider"/g)).toHaveLength(4)
    expect(html.match(/aria-valuetext="open"/g)).toHaveLength(3)
  })

  it('is not there where nothing can be brushed', () => {
    expect(markup(<Histogram data={histogramOf({ all: [1] })} axis={TOKENS} by={null} />)).not.toContain('slider')
  })
})

describe('PercentileLines', () => {
  it('writes a short key out whole and thousands without parts', () => {
    const html = markup(
      <PercentileLines
        rows={looksOf(null, ['']).map((look) => ({ look, n: 3, min: 1, max: 55_203, values: [2.5, 52_099.74] }))}
        percentiles={[50, 99]}
        axis={TOKENS}
      />,
    )
    expect(html).toContain('</tspan> all<')
    for (const number of ['2.5', '52,100', '55,203']) expect(html).toContain(`>${number}<`)
  })
})

describe('PlotCard', () => {
  const rows = Array.from({ length: 500 }, (_, at) => [`row ${at}`, at])
  const html = markup(
    <PlotCard title="Tools" name="tools" table={{ columns: [{ title: 'Tool' }, { title: 'Calls', isNumber: true }], rows }} isBusy>
      <svg aria-hidden />
    </PlotCard>,
  )

  it('is a figure described by its table, with scoped headers', () => {
    expect(html).toMatch(/<figure[^>]*aria-describedby="([^"]+)"[\s\S]*<table id="\1"/)
    expect(html).toContain('<th scope="col" class="number">Calls</th>')
    expect(html).toContain('<th scope="row" class="">row 7</th>')
    expect(html).toContain('aria-busy="true"')
  })

  it('tells that a long table goes on in the CSV', () => {
    expect(html).toContain('the first 200 of 500 rows, all are in the CSV')
    expect(html).not.toContain('row 200<')
  })
})
