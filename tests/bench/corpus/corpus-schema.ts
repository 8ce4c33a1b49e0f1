import type { SchemaElement } from 'hyparquet'

/** A column with what is below it. */
export interface SchemaNode {
  element: SchemaElement
  children: SchemaNode[]
}

const text = (name: string): SchemaNode => ({
  element: { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  children: [],
})
const plain = (name: string, type: 'INT32' | 'BOOLEAN'): SchemaNode => ({
  element: { name, type, repetition_type: 'OPTIONAL' },
  children: [],
})
const struct = (name: string, ...children: SchemaNode[]): SchemaNode => ({ element: { name, repetition_type: 'OPTIONAL' }, children })
const list = (name: string, element: SchemaNode): SchemaNode => ({
  element: { name, repetition_type: 'OPTIONAL', converted_type: 'LIST' },
  children: [{ element: { name: 'list', repetition_type: 'REPEATED' }, children: [element] }],
})

const CALL = struct('element', struct('function', text('arguments'), text('name')), text('id'), text('type'))

/** The columns of the third release, in their order: the patches stand between small columns. */
export const COLUMNS: readonly SchemaNode[] = [
  text('instance_id'),
  text('repo'),
  text('license'),
  text('language'),
  text('trajectory_id'),
  list('messages', struct('element', text('role'), text('content'), text('reasoning_content'), list('tool_calls', CALL))),
  plain('resolved', 'INT32'),
  text('hf_dataset_name'),
  list('tools', text('element')),
  struct(
    'metadata',
    text('category'),
    struct('reference_patch', text('patch')),
    struct('model_patch', text('patch')),
    struct('teacher_model', text('name'), plain('enable_thinking', 'BOOLEAN'), text('reasoning_effort')),
    plain('git_hack_attempted', 'BOOLEAN'),
  ),
]

/** The leaf that holds a trajectory's text. */
export const CONTENT = 'messages.list.element.content'

/** The leaf columns, by their paths with dots, in the order of the file. */
export function leavesOf(nodes: readonly SchemaNode[] = COLUMNS, above = ''): string[] {
  return nodes.flatMap(({ element, children }) => {
    const path = above + element.name
    return children.length === 0 ? [path] : leavesOf(children, `${path}.`)
  })
}

/** The columns that lead to some leaves, and no others. */
export function keepLeaves(isKept: (leaf: string) => boolean, nodes: readonly SchemaNode[] = COLUMNS, above = ''): SchemaNode[] {
  return nodes.flatMap((node) => {
    const path = above + node.element.name
    if (node.children.length === 0) return isKept(path) ? [node] : []
    const children = keepLeaves(isKept, node.children, `${path}.`)
    return children.length === 0 ? [] : [{ ...node, children }]
  })
}

/** Columns as a parquet footer lists them: depth first, below a root. */
export function schemaOf(nodes: readonly SchemaNode[]): SchemaElement[] {
  const flat = (node: SchemaNode): SchemaElement[] => {
    const count = node.children.length
    return [count === 0 ? node.element : { ...node.element, num_children: count }, ...node.children.flatMap(flat)]
  }
  return [{ name: 'schema', num_children: nodes.length }, ...nodes.flatMap(flat)]
}
