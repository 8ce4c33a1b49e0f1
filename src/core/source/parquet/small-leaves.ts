import { type FileMetaData, parquetSchema, type SchemaTree } from 'hyparquet'
import type { ColumnMap } from '../types.ts'

/** Columns that an ExampleIndex is made of, in every shape of docs/shapes.md: identity, label, origin. */
const TOP = [
  ...['instance_id', 'trajectory_id', 'traj_id', 'repo', 'license', 'language', 'hf_dataset_name', 'dataset'],
  ...['resolved', 'target', 'reward', 'model', 'model_name', 'metadata'],
]
const NESTED = [
  ...['metadata.category', 'metadata.teacher_model', 'metadata.teacher_model.name', 'metadata.llm_config.model'],
  ...['info.resolved', 'info.config.model.model_name', 'info.config.model_name', 'replay_config.agent.model.name'],
  ...['report.resolved', 'test_result.report.resolved'],
]
const OF_INDEX = new Set([...TOP, ...NESTED])

/** Compressed bytes a row that a column may cost on average: a `metadata` of JSON text may hold whole patches. */
const ROW_BYTES = 128
/** Compressed bytes a chunk may cost beside its rows: page headers repeat a column's least and greatest value. */
const CHUNK_BYTES = 1024

/** The leaf columns (paths joined by dots, as in the file) that an index is read from: named by a known shape, not repeated, and small. */
export function smallLeaves(metadata: FileMetaData, map: ColumnMap | null = null): Set<string> {
  const budget = Number(metadata.num_rows) * ROW_BYTES + metadata.row_groups.length * CHUNK_BYTES
  const sizes = sizesOf(metadata)
  const named = leavesOf(parquetSchema(metadata)).filter((path) => readAs(path, map).some((name) => OF_INDEX.has(name)))
  return new Set(named.map((path) => path.join('.')).filter((path) => (sizes.get(path) ?? 0) <= budget))
}

/** Paths of the leaves below which nothing repeats. */
function leavesOf(tree: SchemaTree): string[][] {
  if (tree.element.repetition_type === 'REPEATED') return []
  return tree.children.length === 0 ? [tree.path] : tree.children.flatMap(leavesOf)
}

/** The names a leaf has once the map is applied; none when another column takes its place. */
function readAs([column = '', ...rest]: string[], map: ColumnMap | null): string[] {
  const targets = Object.entries(map ?? {}).flatMap(([target, source]) => (source === column ? [target] : []))
  const names = targets.length > 0 ? targets : Object.hasOwn(map ?? {}, column) ? [] : [column]
  return names.map((name) => [name, ...rest].join('.'))
}

function sizesOf(metadata: FileMetaData): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { meta_data: meta } of metadata.row_groups.flatMap((group) => group.columns)) {
    const path = meta?.path_in_schema.join('.') ?? ''
    sizes.set(path, (sizes.get(path) ?? 0) + Number(meta?.total_compressed_size ?? 0))
  }
  return sizes
}
