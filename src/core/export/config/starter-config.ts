import type { TargetId } from '#record'
import type { ExportSummary } from '../summary.ts'
import type { ExtraFile } from '../targets/target-format.ts'
import { axolotlConfig } from './axolotl-config.ts'
import { llamafactoryConfig } from './llamafactory-config.ts'
import { openaiConfig } from './openai-config.ts'
import { trlConfig } from './trl-config.ts'

/**
 * What a person starts training from: settings with the context length in them, because every trainer's own default hurts. Targets that no trainer reads,
 * `parquet` and `sts`, have none.
 */
export function starterConfig(target: TargetId, summary: ExportSummary): ExtraFile[] {
  switch (target) {
    case 'axolotl':
      return [axolotlConfig(summary)]
    case 'llamafactory':
      return [llamafactoryConfig(summary)]
    case 'openai':
      return [openaiConfig(summary)]
    case 'parquet':
    case 'sts':
      return []
    default:
      return [trlConfig(target, summary)]
  }
}
