import type { Overview, Share } from '#record'
import { formatNumber } from '../number.ts'
import { intervalWords, percent } from '../share.ts'
import { formatTable } from '../table.ts'

/** The figures at the head of the Metrics screen. */
export function formatOverview(overview: Overview): string {
  const { examples, measured, resolved, medianTokens, medianMessages, failedCalls, testedAfterLastEdit } = overview
  return formatTable(
    [{ heading: 'figure' }, { heading: 'value', isNumber: true }, { heading: '95 % interval' }, { heading: 'of' }],
    [
      ['trajectories', formatNumber(examples), '', `${formatNumber(measured)} of them measured`],
      shareLine('resolved', resolved, 'labelled'),
      ['median tokens', medianTokens === null ? '' : formatNumber(medianTokens), '', 'traj_tokens'],
      ['median messages', medianMessages === null ? '' : formatNumber(medianMessages), '', 'n_messages'],
      shareLine('calls failed', failedCalls, 'calls'),
      shareLine('tested after last edit', testedAfterLastEdit, 'that edit'),
    ],
  )
}

function shareLine(what: string, share: Share, of: string): string[] {
  return [what, percent(share.rate), intervalWords(share), `${formatNumber(share.n)} ${of}`]
}
