import type { JsonObject, RowNote } from '#record'
import { EXPORT_COLUMNS } from '../analysis-columns.ts'
import { starterConfig } from '../config/starter-config.ts'
import type { Leaving, TargetFormat, TargetRow } from './target-format.ts'
import { tutorialRecord } from './tutorial-record.ts'

const SFT = 'open_swe_sft'
/** Of rows with turns that are context only. */
const MASKED = 'Neither `messages` nor `chatml` can say what is context only: whoever trains must leave out what `context_only` lists.'

const ANALYSIS = 'open_swe_traces_analysis.csv'

/** The seed tutorial's two files: what leaves as JSONL, and a table of everything measured. */
export const tutorial: TargetFormat = {
  info: {
    id: 'tutorial',
    title: 'Tutorial',
    help: 'The two files of the seed tutorial: one JSON line an example that leaves, and the analysis table of everything measured as CSV.',
    files: [`${SFT}.jsonl`, ANALYSIS, 'trl.yml'],
    unit: 'example',
    needsTemplate: false,
    needsTokenizer: false,
    says: { reasoning: false, masks: false, tools: false },
    options: [],
  },
  files: [{ id: 'rows', format: 'jsonl', name: (split) => (split === null ? `${SFT}.jsonl` : `${SFT}_${split}.jsonl`) }],
  table: { name: ANALYSIS, columns: EXPORT_COLUMNS },
  rowOf(unit): TargetRow {
    const { one } = unit.kind === 'example' ? unit : { one: unit.chosen }
    return {
      values: { rows: tutorialRecord(one.row, one.edited) as unknown as JsonObject },
      notes: losses(one),
      isLeftOut: false,
      tokens: null,
    }
  },
  extras: (summary) => starterConfig('tutorial', summary),
}

/** What the tutorial's messages, role and content alone, have no place for. */
function losses({ edited }: Leaving): RowNote[] {
  const { example, masked } = edited
  const { messages, tools } = example
  const reasoned = messages.filter(({ reasoning }) => reasoning).map(({ index }) => index)
  const called = messages.filter(({ calls }) => calls.some(({ protocol }) => protocol === 'structured')).map(({ index }) => index)
  return [
    ...(reasoned.length > 0
      ? [lost('reasoning', reasoned, `Reasoning of ${reasoned.length} turns has no place in the tutorial's rows.`)]
      : []),
    ...(called.length > 0 ? [lost('call', called, `Calls of ${called.length} turns leave as counts by tool alone.`)] : []),
    ...(tools.length > 0 ? [lost('tools', [], `${tools.length} tool definitions have no place in the tutorial's rows.`)] : []),
    ...(masked.length > 0 ? [lost('mask', masked, MASKED)] : []),
  ]
}

function lost(about: RowNote['about'], messages: number[], text: string): RowNote {
  return { kind: 'lost', about, policy: null, messages, text }
}
