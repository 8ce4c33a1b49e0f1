import { expect, test } from 'vitest'
import { coverMessage, tellMessages } from '../../../../src/renderer/example/steps/logic/cover-message.ts'
import { readCovered } from '../../../../src/renderer/example/steps/logic/cover-text.ts'
import { openPlaces, pickPlace } from '../../../../src/renderer/example/steps/logic/pick-place.ts'
import { trainingShare } from '../../../../src/renderer/example/steps/logic/training-share.ts'
import type { CallView, Detail, MessageView } from '../../../../src/renderer/example/types.ts'
import { message, shell } from '../message-builder.ts'

const WORDS = ['[name]']

function call(text: string, command: string, protocol: CallView['protocol'] = 'structured'): CallView {
  return shell(command, { protocol, argumentsText: { text, size: text.length } })
}

const place = (field: 'content' | 'arguments', start: number, end: number, messageIndex = 0) => ({
  messageIndex,
  field,
  call: field === 'arguments' ? 0 : null,
  start,
  end,
})
const redaction = (at: ReturnType<typeof place>) => ({ at, replacement: '[name]' })

function commandOf({ calls: [one] }: MessageView): string {
  return one?.act.kind === 'shell' ? readCovered(one.act.command, WORDS) : ''
}

test('a message nobody redacted is the very same', () => {
  const one = message(0, 'assistant', 'Ada')
  expect(coverMessage(one, [redaction(place('content', 0, 3, 1))], WORDS)).toBe(one)
})

test('what is redacted of JSON is covered in the command that is drawn', () => {
  const json = '{"command":"echo \\"Ada\\""}'
  const at = json.indexOf('\\"Ada')
  const covered = coverMessage(
    message(0, 'assistant', '', { calls: [call(json, 'echo "Ada"')] }),
    [redaction(place('arguments', at, at + 7))],
    WORDS,
  )
  expect(commandOf(covered)).toBe('echo [name]')
})

test('what is redacted of a message is covered in the calls it writes as text', () => {
  const text = '```bash\necho Ada\n```'
  const at = text.indexOf('Ada')
  const covered = coverMessage(
    message(0, 'assistant', text, { calls: [call('echo Ada', 'echo Ada', 'fence')] }),
    [redaction(place('content', at, at + 3))],
    WORDS,
  )
  expect([commandOf(covered), readCovered(covered.calls[0]?.argumentsText.text ?? '', WORDS)]).toEqual(['echo [name]', 'echo [name]'])
})

test('titles are told of messages with the words written out', () => {
  const [told] = tellMessages([message(0, 'assistant', 'Hi Ada', { calls: [call('{}', 'ls')] })], [redaction(place('content', 3, 6))])
  expect(told?.content.text).toBe('Hi [name]')
})

test('the place that was selected is found by counting, from the end behind a fold, and left open where it cannot be told', () => {
  const places = [place('content', 0, 3), place('content', 10, 13), place('content', 20, 23), place('arguments', 5, 8)]
  const selected = { text: 'Ada', message: 0, field: 'content' as const, call: null, ordinal: 1, isFromEnd: false, from: 0 }
  expect(pickPlace(places, selected)?.start).toBe(10)
  expect(pickPlace(places, { ...selected, isFromEnd: true, ordinal: 0 })?.start).toBe(20)
  expect(pickPlace(places, { ...selected, from: 5, ordinal: 0 })?.start).toBe(10)
  expect(pickPlace(places.slice(0, 2), { ...selected, field: 'arguments', call: 0 })).toBeNull()
  expect(openPlaces(places, [redaction(place('content', 12, 15))]).map(({ start }) => start)).toEqual([0, 20, 5])
})

test('the share that is trained counts assistant turns, masked or behind the cut left out', () => {
  const roles = ['user', 'assistant', 'tool', 'assistant', 'assistant']
  const messages = roles.map((role, index) => message(index, role))
  const row = { contentHash: 'now' } as Detail['row']
  const edits: Detail['edits'] = { masked: [1], cutAfter: 3, redactions: [], contentHash: 'now' }
  expect(trainingShare({ messages, row, edits })).toMatchObject({
    turns: 3,
    trained: 1,
    tokensLeftOut: 20,
    cut: { messages: 1, tokens: 10 },
    isStale: false,
  })
  expect(trainingShare({ messages, row, edits: { ...edits, contentHash: 'then' } })).toMatchObject({ trained: 3, isStale: true })
})
