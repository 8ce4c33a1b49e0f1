/** Opacity of the keep colour over the raised surface, least and most: beyond it text on a cell would fall below 4.5:1 (tests/renderer/plots/palette.test.ts). */
export const HEAT = { least: 0.06, most: 0.5 }

/** How strongly a cell is shaded: from nothing at 0 to the strongest at the highest rate there is. */
export function heatOf(rate: number, highest: number): number {
  const share = highest <= 0 ? 0 : Math.min(1, Math.max(0, rate / highest))
  return HEAT.least + (HEAT.most - HEAT.least) * share
}
