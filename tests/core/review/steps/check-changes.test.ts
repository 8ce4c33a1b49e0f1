import { describe, expect, test } from 'vitest'
import { type Fault, FaultError, NO_EDITS } from '#record'
import { checkChanges, type StepChange } from '#review'
import { edits, NAMED, redaction } from './edits-builder.ts'

const check = (change: StepChange, standing = NO_EDITS) => checkChanges(NAMED, standing, [change])
const refused = (change: StepChange, standing = NO_EDITS) => faultIn(() => check(change, standing))
const redact = (...place: Parameters<typeof redaction>): StepChange => ({ kind: 'redact', redaction: redaction(...place) })

function faultIn(work: () => unknown): Fault {
  try {
    work()
  } catch (error) {
    if (error instanceof FaultError) return error.fault
    throw error
  }
  throw new Error('it was not refused')
}

describe('a mask', () => {
  test('takes turns that are not masked yet, once each', () => {
    expect(check({ kind: 'mask', messages: [6, 4, 4, 2] }, edits({ masked: [2] }))).toEqual([{ kind: 'mask', messages: [4, 6] }])
    expect(check({ kind: 'mask', messages: [2] }, edits({ masked: [2] }))).toEqual([])
    expect(check({ kind: 'unmask', messages: [2] }, edits({ masked: [2], contentHash: 'then' }))).toEqual([])
  })

  test('of what is not trained on, or not there, is refused', () => {
    expect(refused({ kind: 'mask', messages: [3] })).toMatchObject({
      kind: 'bad-input',
      message: expect.stringMatching(/message 3 is a tool message/),
    })
    expect(refused({ kind: 'mask', messages: [9] })).toMatchObject({
      message: expect.stringMatching(/no message 9/),
      remedy: expect.stringMatching(/0 to 6/),
    })
  })
})

describe('a cut', () => {
  test('moves behind the results of calls that stay', () => {
    expect(check({ kind: 'cut', after: 2 })).toEqual([{ kind: 'cut', after: 3 }])
    expect(check({ kind: 'cut', after: 3 }, edits({ cutAfter: 3 }))).toEqual([])
  })

  test('that takes nothing, or every turn, is refused', () => {
    expect(refused({ kind: 'cut', after: 6 })).toMatchObject({ message: expect.stringMatching(/nothing comes after/) })
    expect(refused({ kind: 'cut', after: 1 })).toMatchObject({ message: expect.stringMatching(/no assistant turn would stay/) })
  })
})

describe('a redaction', () => {
  test('is kept on whole escapes', () => {
    expect(check(redact('arguments', 2, [31, 33], { call: 0 }))).toEqual([redact('arguments', 2, [29, 35], { call: 0 })])
  })

  test('that leaves no JSON is refused, naming the place and not the text', () => {
    const fault = refused(redact('arguments', 2, [10, 20], { call: 0 }))
    expect(fault).toMatchObject({ kind: 'bad-input', message: expect.stringMatching(/arguments of call 0 in message 2 would be no JSON/) })
    expect(JSON.stringify(fault)).not.toContain('grep')
  })

  test.each([
    ['outside the text', redact('content', 1, [0, 99]), /no text from 0 to 99/],
    ['of no text', redact('reasoning', 1, [0, 1]), /no such text/],
    ['of a line feed in the patch', redact('patch', null, [24, 25]), /no text of its own/],
    ['that says it again', redact('content', 1, [0, 3], { replacement: 'not Ada' }), /say it again/],
    ['over two lines', redact('content', 1, [0, 3], { replacement: 'a\nb' }), /one line/],
    ['by nothing', redact('content', 1, [0, 3], { replacement: '' }), /words/],
  ])('%s is refused', (_, change, message) => {
    expect(refused(change)).toMatchObject({ kind: 'bad-input', message: expect.stringMatching(message) })
  })

  test('is taken back only where one stands', () => {
    const standing = edits({ redactions: [redaction('content', 1, [0, 3])] })
    const back = (span: [number, number]): StepChange => ({ kind: 'unredact', redaction: redaction('content', 1, span) })
    expect(check(back([1, 2]), standing)).toEqual([back([1, 2])])
    expect(refused(back([3, 4]), standing)).toMatchObject({ message: expect.stringMatching(/nothing is redacted/) })
  })
})
