import type { RowHints, SourceRef } from '#record'
import { harnessInPath, harnessNamed } from './harness-names.ts'

/** Which harness and model made a row; null where nothing says. */
export interface Making {
  harness: string | null
  model: string | null
}

const HARNESS = 'openhands|sweagent|minisweagent'
const MODEL_HARNESS = new RegExp(`(?:^|/)([^/]+)_(${HARNESS})_trajectories/[^/]+$`)
const HARNESS_MODEL = new RegExp(`(?:^|/)(${HARNESS})/([^/]+)/[^/]+/[^/]+$`)
/** Splits that every dataset has: they name no model. */
const PLAIN_SPLIT = /^(train|test|valid|validation|dev|default|all)$/i

/**
 * Harness and model, the first that speaks: config and split, the path's layout, the row itself, the model that really ran. So the same run
 * is called the same in every release: `qwen35_122b` where the card says so, though the old paths say `qwen35`.
 */
export function originOf(ref: SourceRef, hints: RowHints, row: Making, teacherModel: string | null): Making {
  const hinted = ofHints(hints)
  const placed = ofPath(ref)
  return {
    harness: hinted.harness ?? placed.harness ?? row.harness,
    model: hinted.model ?? placed.model ?? row.model ?? teacherModel,
  }
}

function ofHints({ config, split }: RowHints): Making {
  const ofConfig = harnessNamed(config)
  if (ofConfig === null) return { harness: harnessNamed(split), model: null }
  return { harness: ofConfig, model: split === null || PLAIN_SPLIT.test(split) ? null : split }
}

function ofPath({ uri, file }: SourceRef): Making {
  const path = uri.endsWith(file) ? uri.replaceAll('\\', '/') : `${uri.replaceAll('\\', '/')}/${file}`
  const first = MODEL_HARNESS.exec(path)
  if (first) return { harness: first[2] ?? null, model: first[1] ?? null }
  const current = HARNESS_MODEL.exec(path)
  if (current) return { harness: current[1] ?? null, model: current[2] ?? null }
  return { harness: harnessInPath(file), model: null }
}
