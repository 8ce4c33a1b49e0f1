import type { Example, ExampleIndex } from '#record'
import { textField } from './json-fields.ts'

/** What an index is taken from: an Example, or what the small columns tell of one. */
type Known = Pick<Example, Exclude<keyof ExampleIndex, 'sourceId' | 'file' | 'row' | 'hfDataset'> | 'ref' | 'extra'>

/** The small columns of an example, for tables, facets and rules. */
export function indexOf(known: Known): ExampleIndex {
  const { id, contentHash, ref, shape, instanceId, trajectoryId, repo, license, language } = known
  const { harness, model, teacherModel, resolved, category, extra } = known
  const { sourceId, file, row } = ref
  const hfDataset = textField(extra.hf_dataset_name) ?? textField(extra.dataset)
  const place = { sourceId, file, row, shape, contentHash }
  return { id, ...place, instanceId, trajectoryId, repo, license, language, harness, model, teacherModel, resolved, category, hfDataset }
}
