import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'

type Preview = Answers['export']['preview']

/** What would leave, in tables: steps, mixture, splits. */
export function previewText({ target, chosen, steps, mixture, splits }: Preview, width: number): string {
  const table = formatTable(
    [
      { heading: 'step', takesRest: true, longest: 60 },
      { heading: 'held back', isNumber: true },
      { heading: 'left', isNumber: true },
    ],
    steps.map(({ step, before, after }) => [step, before === after ? '' : formatNumber(before - after), formatNumber(after)]),
    width,
  )
  const parts = [`${formatNumber(chosen)} would leave for ${target}`, table]
  if (mixture.length > 0) parts.push(mixtureTable(mixture, width))
  if (splits) parts.push(splitTable(splits, width), checkLine(splits))
  return parts.join('\n\n')
}

function mixtureTable(mixture: Preview['mixture'], width: number): string {
  return formatTable(
    [
      { heading: 'value', longest: 40 },
      { heading: 'wanted', isNumber: true },
      { heading: 'gets', isNumber: true },
      { heading: 'examples', isNumber: true },
    ],
    mixture.map(({ value, wanted, share, examples }) => [value || 'none', percent(wanted), percent(share), formatNumber(examples)]),
    width,
  )
}

function splitTable({ rows }: NonNullable<Preview['splits']>, width: number): string {
  return formatTable(
    [
      { heading: 'split' },
      { heading: 'share', isNumber: true },
      { heading: 'examples', isNumber: true },
      { heading: 'groups', isNumber: true },
    ],
    rows.map(({ split, share, examples, groups }) => [split, percent(share), formatNumber(examples), formatNumber(groups)]),
    width,
  )
}

function checkLine({ leaks, joined }: NonNullable<Preview['splits']>): string {
  const kept = joined.map(({ by, groups }) => `${by} ${formatNumber(groups)}`).join(', ')
  const check =
    leaks.length === 0
      ? 'checked: no instance, patch or near-duplicate is in two splits'
      : `LEAKS: ${leaks.map(({ by, key, splits }) => `${by} of ${printable(key)} in ${splits.join(' and ')}`).join('; ')}`
  return kept === '' ? check : `${check}\nkept together across repositories or times: ${kept}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
