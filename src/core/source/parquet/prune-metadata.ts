import { type FileMetaData, parquetSchema, type RowGroup, type SchemaElement, type SchemaTree } from 'hyparquet'

/**
 * A footer that knows only some leaf columns (paths joined by dots): the decoder projects whole top-level columns, so that leaving out
 * `metadata.model_patch.patch` takes a schema without it. Offset indexes are left out: a chunk of a small column is read whole for less.
 */
export function pruneMetadata(metadata: FileMetaData, leaves: ReadonlySet<string>): FileMetaData {
  const root = parquetSchema(metadata)
  return { ...metadata, schema: pruneTree(root, leaves), row_groups: metadata.row_groups.map((group) => pruneGroup(group, leaves)) }
}

/** Top-level columns of a footer. */
export function columnsOf(metadata: FileMetaData): string[] {
  return parquetSchema(metadata).children.map((child) => child.element.name)
}

/** The elements in the order of the file with their children counted anew; the root stays when nothing else does. */
function pruneTree(tree: SchemaTree, leaves: ReadonlySet<string>): SchemaElement[] {
  const kept = tree.children.map((child) => pruneTree(child, leaves)).filter((elements) => elements.length > 0)
  if (tree.children.length === 0) return leaves.has(tree.path.join('.')) ? [tree.element] : []
  if (kept.length === 0 && tree.path.length > 0) return []
  return [{ ...tree.element, num_children: kept.length }, ...kept.flat()]
}

function pruneGroup(group: RowGroup, leaves: ReadonlySet<string>): RowGroup {
  const kept = group.columns.filter((column) => leaves.has(column.meta_data?.path_in_schema.join('.') ?? ''))
  const columns = kept.map(({ offset_index_offset: _offset, offset_index_length: _length, ...column }) => column)
  const unpacked = columns.reduce((sum, column) => sum + (column.meta_data?.total_uncompressed_size ?? 0n), 0n)
  return { ...group, columns, total_byte_size: unpacked }
}
