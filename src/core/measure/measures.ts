import { callCounts } from './measures/call-counts.ts'
import { messageCounts } from './measures/message-counts.ts'
import { diffMeasures, tutorialPatchMeasures } from './measures/patch-counts.ts'
import { patchFileMeasures } from './measures/patch-files.ts'
import { patchExtensions, patchStatuses } from './measures/patch-tallies.ts'
import { referenceMeasures } from './measures/reference-overlap.ts'
import { finished, testsAfterLastEdit } from './measures/run-end.ts'
import { isThinking } from './measures/thinking.ts'
import { fullTokens, modelTokens, reasoningTokens, trajectoryTokens } from './measures/token-counts.ts'
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
  ...diffMeasures,
  ...patchFileMeasures,
  patchExtensions,
  patchStatuses,
  ...referenceMeasures,
  ...callCounts,
  reasoningTokens,
  fullTokens,
  modelTokens,
  isThinking,
  testsAfterLastEdit,
  finished,
  toolUses,
]

/** Names of the seed tutorial's columns, in its order. */
export const tutorialColumns: readonly string[] = tutorialMeasures.map((measure) => measure.id)
