import type { Example, ExampleIndex } from '#record'
import { textField } from './json-fields.ts'

/** The small columns of an example, for tables, facets and rules. */
export function indexOf(example: Example): ExampleIndex {
  const { id, contentHash, ref, shape, instanceId, trajectoryId, repo, license, language } = example
  const { harness, model, teacherModel, resolved, category, extra } = example
  const { sourceId, file, row } = ref
  const hfDataset = textField(extra.hf_dataset_name) ?? textField(extra.dataset)
  const place = { sourceId, file, row, shape, contentHash }
  return { id, ...place, instanceId, trajectoryId, repo, license, language, harness, model, teacherModel, resolved, category, hfDataset }
}
