import { scaleLinear } from 'd3-scale'
import { formatPercent, formatShort } from '../widgets/index.ts'
import { axisPlace } from './edges.ts'
import type { AxisInfo } from './types.ts'

/** From a measure's value to px. */
export type Scale = (value: number) => number

/** A labelled place on an axis. */
export interface Tick {
  value: number
  text: string
}

/** Values of an axis laid out from `start` to `end` px; a single value lies in the middle. */
export function axisScale(axis: { min: number; max: number; isLog: boolean }, start: number, end: number): Scale {
  const low = axisPlace(axis.min, axis.isLog)
  const high = axisPlace(axis.max, axis.isLog)
  const scale = scaleLinear()
    .domain(high > low ? [low, high] : [low - 0.5, low + 0.5])
    .range([start, end])
  return (value) => scale(axisPlace(value, axis.isLog))
}

/** Half the width of the one bin of a single value, px. */
const LONE = 24

/** Where edges are drawn; the edges of a single value lie around it. */
export function edgeSpots(edges: readonly number[], scale: Scale): number[] {
  const spots = edges.map(scale)
  if (spots.length === 2 && spots[0] === spots[1]) return [(spots[0] ?? 0) - LONE, (spots[1] ?? 0) + LONE]
  return spots
}

/** Ticks that stay `gap` px apart: round steps on a linear axis, 0, 1, 10, 100 ... and 2s and 5s where they fit on a logarithmic one. */
export function axisTicks(axis: { min: number; max: number; isLog: boolean }, scale: Scale, gap: number, isInteger: boolean): Tick[] {
  if (axis.max <= axis.min) return [{ value: axis.min, text: tickText(axis.min) }]
  const values = axis.isLog ? logTicks(axis, scale, gap) : linearTicks(axis, scale, gap, isInteger)
  return values.map((value) => ({ value, text: tickText(value) }))
}

/** Ticks from 0 to at least `top` for counts (whole) or shares. */
export function heightTicks(top: number, kind: 'count' | 'share', most = 4): { top: number; ticks: Tick[] } {
  if (top <= 0) return { top: 1, ticks: [{ value: 0, text: kind === 'share' ? '0 %' : '0' }] }
  const scale = scaleLinear().domain([0, top]).nice(most)
  const values = scale.ticks(most).filter((value) => kind === 'share' || Number.isInteger(value))
  return { top: Math.max(top, values.at(-1) ?? top), ticks: values.map((value) => ({ value, text: heightText(value, kind, top) })) }
}

/** A value at an axis: 0.25, 950, 18.4k. */
export function tickText(value: number): string {
  return Math.abs(value) >= 1000 ? formatShort(value) : String(Number(value.toPrecision(3)))
}

/** An axis' name as drawn beside it. */
export function axisWords({ label, unit }: AxisInfo, isLog: boolean): string {
  const named = unit === '' || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label}, ${unit}`
  return isLog ? `${named} (log)` : named
}

function heightText(value: number, kind: 'count' | 'share', top: number): string {
  if (kind === 'count') return tickText(value)
  return top < 0.04 ? formatPercent(value) : `${Math.round(value * 100)} %`
}

function linearTicks(axis: { min: number; max: number }, scale: Scale, gap: number, isInteger: boolean): number[] {
  const width = Math.abs(scale(axis.max) - scale(axis.min))
  const values = scaleLinear()
    .domain([axis.min, axis.max])
    .ticks(Math.max(1, Math.floor(width / gap)))
  return isInteger ? values.filter((value) => Number.isInteger(value)) : values
}

/** Powers of ten first, then 2s and 5s, each only where its neighbours are `gap` away. */
function logTicks(axis: { min: number; max: number }, scale: Scale, gap: number): number[] {
  const powers = [0, ...Array.from({ length: 16 }, (_, power) => 10 ** power)]
  const taken: number[] = []
  for (const value of [...powers, ...powers.flatMap((power) => [5 * power, 2 * power])]) {
    const isInside = value >= axis.min && value <= axis.max
    if (isInside && taken.every((other) => Math.abs(scale(other) - scale(value)) >= gap)) taken.push(value)
  }
  return taken.length > 1 ? taken.sort((a, b) => a - b) : linearTicks({ min: axis.min, max: axis.max }, scale, gap, true)
}
