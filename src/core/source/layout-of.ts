import type { RowHints } from '#record'

/** Which harness and model a path stands for, in one of the layouts the dataset has had. */
export interface Layout {
  harness: string
  /** As the folder is called. */
  model: string
  /** The folder that says so. */
  place: string
  /** What the path says where no card speaks. */
  hints: RowHints
}

const HARNESS = 'openhands|sweagent|minisweagent'
/** `data/<model>_<harness>_trajectories/...`: the first releases. */
const MODEL_HARNESS = new RegExp(`^((?:.*/)?([^/]+)_(${HARNESS})_trajectories)/[^/]+$`)
/** `data/<harness>/<model>/<task set>/...`: the current layout. */
const HARNESS_MODEL = new RegExp(`^((?:.*/)?(${HARNESS})/([^/]+))/[^/]+/[^/]+$`)

/** The layout a path is of; null elsewhere. */
export function layoutOf(path: string): Layout | null {
  const [, oldPlace, oldModel, oldHarness] = MODEL_HARNESS.exec(path) ?? []
  if (oldPlace && oldModel && oldHarness) {
    return { harness: oldHarness, model: oldModel, place: oldPlace, hints: { config: oldHarness, split: oldModel } }
  }
  const [, place, harness, model] = HARNESS_MODEL.exec(path) ?? []
  return place && harness && model ? { harness, model, place, hints: { config: null, split: harness } } : null
}
