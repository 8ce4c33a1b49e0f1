import { type Example, type ExampleEdits, type FaultError, fault } from '#record'
import { applyEdits } from './apply-edits.ts'
import { checkRedactions } from './check-redactions.ts'
import { cutEnd } from './cut-end.ts'
import { overlaps, redactionsAfter, type StepChange } from './step-change.ts'

/**
 * The changes as the ledger takes them: masks of turns that are not masked yet, a cut that leaves no call without its result, places on whole
 * characters. What changes nothing is left out.
 *
 * @throws FaultError `bad-input` naming the place, never the text there
 */
export function checkChanges(example: Example, edits: ExampleEdits, changes: readonly StepChange[]): StepChange[] {
  const current = edits.contentHash === example.contentHash ? edits : { ...edits, masked: [], cutAfter: null, redactions: [] }
  const redactions = checkRedactions(
    example,
    changes.flatMap((change) => (change.kind === 'redact' ? [change.redaction] : [])),
  )
  const others = changes.filter(({ kind }) => kind !== 'redact').flatMap((change) => checkChange(example, current, change))
  const checked: StepChange[] = [...others, ...redactions.map((redaction) => ({ kind: 'redact' as const, redaction }))]
  refuseBrokenArguments(example, current, checked)
  return checked
}

function checkChange(example: Example, edits: ExampleEdits, change: StepChange): StepChange[] {
  switch (change.kind) {
    case 'mask':
    case 'unmask':
      return checkMasks(example, edits, change)
    case 'cut':
      return checkCut(example, edits, change.after)
    case 'uncut':
      return edits.cutAfter === null ? [] : [change]
    case 'redact':
      return [change]
    case 'unredact':
      if (edits.redactions.some((one) => overlaps(one, change.redaction))) return [change]
      throw refusal(example, 'nothing is redacted at that place', 'Take back a redaction that stands.')
  }
}

function checkMasks({ id, messages }: Example, edits: ExampleEdits, change: Extract<StepChange, { messages: number[] }>): StepChange[] {
  for (const index of change.messages) {
    const message = messages[index]
    if (!message) throw refusal({ id }, `there is no message ${index}`, `Messages are 0 to ${messages.length - 1}.`)
    if (message.role !== 'assistant') {
      throw refusal(
        { id },
        `message ${index} is a ${message.role.slice(0, 40)} message, which is context only already`,
        'Mark assistant turns: nothing else is trained on.',
      )
    }
  }
  const masked = new Set(edits.masked)
  const isMask = change.kind === 'mask'
  const left = [...new Set(change.messages)].filter((index) => masked.has(index) !== isMask).sort((a, b) => a - b)
  return left.length === 0 ? [] : [{ kind: change.kind, messages: left }]
}

function checkCut({ id, messages }: Example, edits: ExampleEdits, after: number): StepChange[] {
  if (!messages[after]) throw refusal({ id }, `there is no message ${after}`, `Messages are 0 to ${messages.length - 1}.`)
  const end = cutEnd(messages, after)
  if (end === messages.length - 1) throw refusal({ id }, `nothing comes after message ${end}`, 'Cut after an earlier step.')
  if (!messages.slice(0, end + 1).some(({ role }) => role === 'assistant')) {
    throw refusal({ id }, `no assistant turn would stay before message ${end + 1}`, 'Cut after a later step, or reject the example.')
  }
  return edits.cutAfter === end ? [] : [{ kind: 'cut', after: end }]
}

/** Arguments that are JSON stay JSON, with every redaction of them made. */
function refuseBrokenArguments(example: Example, edits: ExampleEdits, changes: readonly StepChange[]): void {
  const places = changes.flatMap((change) => (change.kind === 'redact' ? [change.redaction.at] : []))
  if (!places.some(({ field }) => field === 'arguments')) return
  const { contentHash } = example
  const applied = applyEdits(example, { masked: [], cutAfter: null, redactions: redactionsAfter(edits, changes), contentHash }).example
  for (const { messageIndex, call, field } of places) {
    if (field !== 'arguments' || messageIndex === null || call === null) continue
    const before = example.messages[messageIndex]?.calls[call]
    const after = applied.messages[messageIndex]?.calls[call]
    if (before?.argumentsError !== null || after?.argumentsError === null) continue
    throw refusal(
      example,
      `the arguments of call ${call} in message ${messageIndex} would be no JSON any more`,
      'Redact text inside one value, not the marks around it.',
    )
  }
}

function refusal({ id }: Pick<Example, 'id'>, why: string, remedy: string): FaultError {
  return fault('bad-input', `Example ${id}: ${why}.`, { culprit: id, remedy })
}
