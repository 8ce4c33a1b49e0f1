import { formatValue } from '../../widgets/format-number.ts'
import type { Detail, Row } from '../types.ts'

/** One of the four figures under the patch. */
export interface KeyMeasure {
  label: string
  value: string
  tone: 'plain' | 'keep' | 'drop'
}

/** The figures one looks at first: length, steps, failed calls, and whether the last edit was tested. */
export function keyMeasures(row: Pick<Row, 'values' | 'reasons' | 'isMeasured'>, detail: Pick<Detail, 'messages' | 'steps'>): KeyMeasure[] {
  const { values } = row
  const calls = values.calls ?? detail.messages.reduce((sum, message) => sum + message.calls.length, 0)
  const failed = values.failed_calls ?? detail.messages.filter((message) => message.result?.isError === true).length
  const tokens = values.traj_tokens ?? null
  const tested = values.tests_after_last_edit ?? null
  return [
    { label: 'tokens', value: formatValue(tokens), tone: isBlamed(row, 'token') ? 'drop' : 'plain' },
    { label: 'steps', value: formatValue(detail.steps.length), tone: 'plain' },
    { label: 'calls failed', value: `${formatValue(failed)} / ${formatValue(calls)}`, tone: 'plain' },
    { label: 'tests after last edit', value: formatValue(tested), tone: tested === true ? 'keep' : tested === false ? 'drop' : 'plain' },
  ]
}

/** True when a reason of the recipe is about this. */
function isBlamed({ reasons }: Pick<Row, 'reasons'>, word: string): boolean {
  return reasons.some((reason) => reason.rule.includes(word))
}
