import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'

/** @typedef {import('hyparquet').SchemaElement} Element */

/** @param {string} name @returns {Element[]} */
const text = (name) => [{ name, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL', converted_type: 'UTF8', logical_type: { type: 'STRING' } }]

/** @param {string} name @param {Element['type']} type @returns {Element[]} */
const plain = (name, type) => [{ name, type, repetition_type: 'OPTIONAL' }]

/** @param {string} name @param {Element[][]} fields @returns {Element[]} */
const group = (name, ...fields) => [{ name, repetition_type: 'OPTIONAL', num_children: fields.length }, ...fields.flat()]

/** @param {string} name @param {Element[]} element @returns {Element[]} */
const list = (name, element) => [
  { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ...element,
]

const CALL = group('element', group('function', text('arguments'), text('name')), text('id'), text('type'))
const MESSAGE = group('element', text('role'), text('content'), text('reasoning_content'), list('tool_calls', CALL))

/** The columns of the current release; the later configuration has one field more.
 * @param {boolean} isLater @returns {Element[]} */
function schemaOf(isLater) {
  const metadata = [
    text('category'),
    group('teacher_model', text('name'), plain('enable_thinking', 'BOOLEAN'), text('reasoning_effort')),
    group('reference_patch', text('patch')),
    group('model_patch', text('patch')),
    ...(isLater ? [plain('git_hack_attempted', 'BOOLEAN')] : []),
  ]
  const columns = [
    text('instance_id'),
    text('repo'),
    text('license'),
    text('language'),
    text('trajectory_id'),
    list('messages', MESSAGE),
    list('tools', text('element')),
    plain('resolved', 'INT32'),
    group('metadata', ...metadata),
    text('hf_dataset_name'),
  ]
  return [{ name: 'schema', num_children: columns.length }, ...columns.flat()]
}

/**
 * Writes rows as one Parquet shard in row groups of two.
 * @param {string} path @param {Record<string, unknown>[]} rows @param {boolean} isLater
 */
export function writeShard(path, rows, isLater) {
  const columnData = Object.keys(rows[0] ?? {}).map((name) => ({ name, data: rows.map((row) => row[name]) }))
  const bytes = parquetWriteBuffer({ columnData, schema: schemaOf(isLater), codec: 'SNAPPY', rowGroupSize: 2, createdBy: 'winnow sample' })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, new Uint8Array(bytes))
}
