import { checkMeasures } from './checks/check-measures.ts'
import { CHECKS } from './checks/checks.ts'
import { callCounts } from './measures/call-counts.ts'
import { datasetJudgements } from './measures/dataset-judgements.ts'
import { duplicateKeys } from './measures/duplicate-keys.ts'
import { fileMeasures } from './measures/file-counts.ts'
import { messageCounts } from './measures/message-counts.ts'
import { diffMeasures, tutorialPatchMeasures } from './measures/patch-counts.ts'
import { patchFileMeasures } from './measures/patch-files.ts'
import { patchExtensions, patchStatuses } from './measures/patch-tallies.ts'
import { referenceMeasures } from './measures/reference-overlap.ts'
import { repetitionMeasures } from './measures/repetition.ts'
import { runEndMeasures } from './measures/run-end.ts'
import { taskTime } from './measures/task-time.ts'
import { testEcosystems, testMeasures } from './measures/test-runs.ts'
import { thinkingMeasures } from './measures/thinking.ts'
import { fullTokenMeasures, modelTokens, trajectoryTokens } from './measures/token-counts.ts'
import { roleTokens } from './measures/token-roles.ts'
import { turnTokens } from './measures/token-turns.ts'
import { toolUses } from './measures/tool-uses.ts'
import { identityMeasures, labelMeasures, metadataMeasures } from './measures/tutorial-columns.ts'
import type { Measure } from './types.ts'

/** The seed tutorial's 22 columns, in its order and with its values. */
const tutorialMeasures: readonly Measure[] = [
  ...identityMeasures,
  ...messageCounts,
  ...tutorialPatchMeasures,
  ...metadataMeasures,
  ...labelMeasures,
  trajectoryTokens,
]

/** Every measure, the tutorial's first: the columns of the analysis table. */
export const measures: readonly Measure[] = [
  ...tutorialMeasures,
  ...datasetJudgements,
  ...diffMeasures,
  ...patchFileMeasures,
  patchExtensions,
  patchStatuses,
  ...referenceMeasures,
  ...callCounts,
  ...testMeasures,
  testEcosystems,
  ...fileMeasures,
  ...repetitionMeasures,
  toolUses,
  ...fullTokenMeasures,
  modelTokens,
  ...roleTokens,
  ...turnTokens,
  ...thinkingMeasures,
  ...runEndMeasures,
  ...duplicateKeys,
  taskTime,
  ...CHECKS.flatMap(checkMeasures),
]

/** Names of the seed tutorial's columns, in its order. */
export const tutorialColumns: readonly string[] = tutorialMeasures.map((measure) => measure.id)
