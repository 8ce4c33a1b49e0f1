import { type Document, isMap, isNode, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml'
import { type StepBlock, stepBlocks } from './step-blocks.ts'

/** A step as the recipe's text has it, defaults not filled in. */
export interface DraftStep {
  rule: string
  enabled: boolean
  parameters: Record<string, unknown>
}

/** What the head of a recipe's text says; null where it says nothing. */
export interface DraftHead {
  name: string | null
  description: string | null
}

const WRITE = { lineWidth: 0, flowCollectionPadding: false }

/** What the steps of a recipe text say; null when the text cannot be read as a recipe, which `recipe.preview` then explains. */
export function readSteps(text: string): DraftStep[] | null {
  const document = parseDocument(text)
  const steps = stepsOf(document)
  if (!steps) return null
  const read = (steps.toJS(document) as unknown[]).map(readStep)
  return read.every((step) => step !== null) ? read : null
}

/** The name and the description in a recipe's text. */
export function readHead(text: string): DraftHead {
  const document = parseDocument(text)
  const part = (key: string) => {
    const value = document.errors.length === 0 && isMap(document.contents) ? document.get(key) : null
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return { name: part('name'), description: part('description') }
}

/** The text with a parameter of step `index` set. Comments, order and everything else stay as they were. */
export function setParameter(text: string, index: number, name: string, value: unknown): string {
  return (
    inPlace(text, ['steps', index, name], value) ??
    edit(text, (document) => document.setIn(['steps', index, name], document.createNode(value, { flow: true })))
  )
}

/** The text with a value that stands on one line written anew, every other character as it was; null where it does not stand so. */
function inPlace(text: string, path: (string | number)[], value: unknown): string | null {
  const document = parseDocument(text)
  const node = stepsOf(document) ? document.getIn(path, true) : null
  const step = document.getIn(path.slice(0, -1), true)
  if (!isNode(node) || !node.range || !isMap(step) || node.anchor !== undefined) return null
  const [start, end] = node.range
  if (end === start || /[\n|>&*!]/.test(text.slice(start, end))) return null
  const written = step.flow ? JSON.stringify(value) : stringify(value, { ...WRITE, collectionStyle: 'flow' }).trimEnd()
  return written.includes('\n') ? null : text.slice(0, start) + written + text.slice(end)
}

/** The text with step `index` switched on or off. On is what a step is that says nothing. */
export function setEnabled(text: string, index: number, isEnabled: boolean): string {
  return edit(text, (document) => {
    if (isEnabled) document.deleteIn(['steps', index, 'enabled'])
    else document.setIn(['steps', index, 'enabled'], false)
  })
}

/** The text with a step of `rule` put at place `at`, with the parameters that it must name. */
export function addStep(text: string, at: number, rule: string, parameters: Record<string, unknown> = {}): string {
  return insert(text, at, stepText({ rule, ...parameters }), (document) => document.createNode({ rule, ...parameters }))
}

/** The text with step `index` once more, right below it, its comments too. */
export function duplicateStep(text: string, index: number): string {
  const block = stepBlocks(text)?.[index]
  const own = block ? text.split('\n').slice(block.start, block.end) : []
  return insert(text, index + 1, own, (_, steps) => cloneOf(steps.items[index]))
}

/** The text without step `index` and the comments right above it. The last step stays: a recipe has one at least. */
export function removeStep(text: string, index: number): string {
  const blocks = stepBlocks(text)
  const block = blocks?.[index]
  if (!blocks || !block) return edit(text, (_, steps) => void (steps.items.length > 1 && steps.items.splice(index, 1)))
  if (blocks.length === 1) return text
  const lines = text.split('\n')
  // A blank line that parted it from the next goes with it; below the last step, the one above.
  const isLast = index === blocks.length - 1
  const start = isLast && isBlank(lines[block.start - 1]) ? block.start - 1 : block.start
  const end = !isLast && isBlank(lines[block.end]) ? block.end + 1 : block.end
  return [...lines.slice(0, start), ...lines.slice(end)].join('\n')
}

/** The text with step `from` at place `to`, the others in their order. Comments right above a step go with it; blank lines stay where they are. */
export function moveStep(text: string, from: number, to: number): string {
  const blocks = stepBlocks(text)
  if (!blocks) return edit(text, (_, steps) => void steps.items.splice(to, 0, ...steps.items.splice(from, 1)))
  if (!blocks[from] || !blocks[to] || from === to) return text
  const lines = text.split('\n')
  const order = blocks.map((_, i) => i)
  order.splice(to, 0, ...order.splice(from, 1))
  const parts = order.flatMap((step, place) => [...linesOf(lines, blocks[step]), ...gapAfter(lines, blocks, place)])
  return [...lines.slice(0, blocks[0]?.start), ...parts, ...lines.slice(blocks.at(-1)?.end)].join('\n')
}

function linesOf(lines: readonly string[], block: StepBlock | undefined): string[] {
  return block ? lines.slice(block.start, block.end) : []
}

function gapAfter(lines: readonly string[], blocks: readonly StepBlock[], place: number): string[] {
  const [block, next] = [blocks[place], blocks[place + 1]]
  return block && next ? lines.slice(block.end, next.start) : []
}

/** Puts lines of a step (indented as any) where step `at` is, parted from the others as they are from each other. */
function insert(text: string, at: number, own: readonly string[], node: (document: Document, steps: YAMLSeq) => unknown): string {
  const blocks = stepBlocks(text)
  if (!blocks || own.length === 0) return edit(text, (document, steps) => void steps.items.splice(at, 0, node(document, steps)))
  const lines = text.split('\n')
  const place = Math.max(0, Math.min(at, blocks.length))
  const line = place === blocks.length ? (blocks.at(-1)?.end ?? 0) : (blocks[place]?.start ?? 0)
  const parting = isBlank(lines[blocks[0]?.end ?? 0]) && blocks.length > 1 ? [''] : []
  const added = indented(own, /^\s*/.exec(lines[blocks[0]?.dash ?? 0] ?? '')?.[0] ?? '')
  const block = place === blocks.length ? [...parting, ...added] : [...added, ...parting]
  return [...lines.slice(0, line), ...block, ...lines.slice(line)].join('\n')
}

function indented(own: readonly string[], indent: string): string[] {
  const dash = own.find((line) => /^\s*-/.test(line)) ?? ''
  const had = /^\s*/.exec(dash)?.[0].length ?? 0
  return own.map((line) => (line.trim() === '' ? line : indent + line.slice(Math.min(had, line.length - line.trimStart().length))))
}

function stepText(step: Record<string, unknown>): string[] {
  const lines = Object.entries(step).map(([name, value]) => `${name}: ${stringify(value, { ...WRITE, collectionStyle: 'flow' }).trimEnd()}`)
  return lines.flatMap((line) => line.split('\n')).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`))
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === ''
}

function cloneOf(item: unknown): unknown {
  return item !== null && typeof item === 'object' && 'clone' in item && typeof item.clone === 'function' ? item.clone() : item
}

function edit(text: string, change: (document: Document, steps: YAMLSeq) => void): string {
  const document = parseDocument(text)
  const steps = stepsOf(document)
  if (!steps) return text
  change(document, steps)
  return document.toString(WRITE)
}

function stepsOf(document: Document): YAMLSeq | null {
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const steps = document.get('steps')
  return isSeq(steps) ? steps : null
}

function readStep(step: unknown): DraftStep | null {
  if (typeof step !== 'object' || step === null || Array.isArray(step)) return null
  const { rule, enabled = true, ...parameters } = step as Record<string, unknown>
  return typeof rule === 'string' && typeof enabled === 'boolean' ? { rule, enabled, parameters } : null
}
