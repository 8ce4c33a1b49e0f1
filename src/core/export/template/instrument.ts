import type { Interpreter } from '@huggingface/jinja'

/** A piece of a parsed template. */
export type Node = NonNullable<Parameters<Interpreter['evaluate']>[0]>

/** A node as far as it is walked: the library's classes, by what they hold. */
export type OpenNode = Node & {
  body?: Node[]
  alternate?: Node[]
  defaultBlock?: Node[]
  loopvar?: OpenNode
  assignee?: OpenNode
  value?: unknown
}

/** Stands at the head and at the foot of a loop's body; the foot knows what the loop is about. */
export interface LoopMark extends Node {
  type: 'LoopHead' | 'LoopFoot'
  names: readonly string[]
}

/** Writes what an expression comes to, as Python writes it. */
export interface Output extends Node {
  type: 'Output'
  expression: Node
}

/** What writes nothing, or what it writes is text already. */
const WRITERS = new Set(['If', 'For', 'Set', 'Macro', 'Break', 'Continue', 'Comment', 'CallStatement', 'FilterStatement', 'StringLiteral'])

/**
 * Puts marks into a parsed template, in place: every loop whose output goes straight into the text gets a head and a foot, so that what it writes in one
 * turn is known for what it is about. A loop inside a macro or a `set` block gets none: its text may still be changed. Expressions that are written
 * become {@link Output}.
 */
export function instrument(nodes: Node[], isStraight = true): void {
  for (const [place, node] of nodes.entries()) {
    const open = node as OpenNode
    const staysStraight = isStraight && (node.type === 'If' || node.type === 'For')
    for (const block of [open.body, open.alternate, open.defaultBlock]) if (Array.isArray(block)) instrument(block, staysStraight)
    if (node.type === 'For' && isStraight && open.body) markLoop(open, open.body)
    if (!WRITERS.has(node.type)) nodes[place] = { type: 'Output', expression: node } as Output
  }
}

/** A loop is about its variable, or about what is set at the head of its turns, as in `for i in range(...)`. */
function markLoop({ loopvar }: OpenNode, body: Node[]): void {
  const set = body.flatMap((node) => (node.type === 'Set' ? nameOf((node as OpenNode).assignee) : []))
  const names = [...nameOf(loopvar), ...set]
  body.unshift({ type: 'LoopHead', names } as LoopMark)
  body.push({ type: 'LoopFoot', names } as LoopMark)
}

function nameOf(node: OpenNode | undefined): string[] {
  return node?.type === 'Identifier' && typeof node.value === 'string' ? [node.value] : []
}
