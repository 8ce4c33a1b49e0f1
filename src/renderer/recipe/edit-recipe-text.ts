import { type Document, isMap, isSeq, parseDocument } from 'yaml'

/** A step as the recipe's text has it, defaults not filled in. */
export interface DraftStep {
  rule: string
  enabled: boolean
  parameters: Record<string, unknown>
}

/** What the steps of a recipe text say; null when the text cannot be read as a recipe, which `recipe.preview` then explains. */
export function readSteps(text: string): DraftStep[] | null {
  const steps = stepsOf(parseDocument(text))
  if (!steps) return null
  const read = steps.map(readStep)
  return read.every((step) => step !== null) ? read : null
}

/** The text with a parameter of step `index` set. Comments, order and everything else stay as they were. */
export function setParameter(text: string, index: number, name: string, value: unknown): string {
  return edit(text, (document) => document.setIn(['steps', index, name], document.createNode(value, { flow: true })))
}

/** The text with step `index` switched on or off. On is what a step is that says nothing. */
export function setEnabled(text: string, index: number, isEnabled: boolean): string {
  return edit(text, (document) => {
    if (isEnabled) document.deleteIn(['steps', index, 'enabled'])
    else document.setIn(['steps', index, 'enabled'], false)
  })
}

function edit(text: string, change: (document: Document) => void): string {
  const document = parseDocument(text)
  if (!stepsOf(document)) return text
  change(document)
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

function stepsOf(document: Document): unknown[] | null {
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const steps = document.get('steps')
  return isSeq(steps) ? (steps.toJS(document) as unknown[]) : null
}

function readStep(step: unknown): DraftStep | null {
  if (typeof step !== 'object' || step === null || Array.isArray(step)) return null
  const { rule, enabled = true, ...parameters } = step as Record<string, unknown>
  return typeof rule === 'string' && typeof enabled === 'boolean' ? { rule, enabled, parameters } : null
}
