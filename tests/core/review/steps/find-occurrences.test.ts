import { expect, test } from 'vitest'
import { findOccurrences } from '#review'
import { NAMED } from './edits-builder.ts'

const places = (text: string) => findOccurrences(NAMED, text).map(({ messageIndex, field, start }) => `${messageIndex} ${field} ${start}`)

test('a text is found in every text of a run, in its order, the patch last', () => {
  expect(places('Ada')).toEqual([
    '0 content 9',
    '1 content 0',
    '2 reasoning 0',
    '2 content 12',
    '2 arguments 20',
    '3 content 6',
    '6 content 6',
    'null patch 64',
    'null patch 73',
  ])
})

test('in arguments as JSON writes it, plain or in ASCII', () => {
  expect(findOccurrences(NAMED, '"Ada"\n# é').filter(({ field }) => field === 'arguments')).toEqual([
    { messageIndex: 2, field: 'arguments', call: 0, start: 18, end: 35 },
  ])
})

test('the letter of an escape is no letter', () => {
  const inArguments = findOccurrences(NAMED, 'n').filter(({ field }) => field === 'arguments')
  expect(inArguments.map(({ start }) => NAMED.messages[2]?.calls[0]?.argumentsText.slice(0, start))).toEqual(['{"comma'])
})

test('a thousand places are told, and a text of one letter is not walked twice', () => {
  const long = { ...NAMED, messages: NAMED.messages.map((one) => ({ ...one, content: 'a'.repeat(200_000) })) }
  expect(findOccurrences(long, 'a')).toHaveLength(1_000)
})
