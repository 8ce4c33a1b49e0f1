import { describe, expect, it } from 'vitest'
import { messageParts } from '../../../src/renderer/example/logic/message-parts.ts'
import { proseParts } from '../../../src/renderer/example/logic/prose-parts.ts'
import { call, message, shell } from './message-builder.ts'

describe('the words around calls written as text', () => {
  it('lose the fence and its command', () => {
    const one = message(0, 'assistant', 'THOUGHT: look.\n\n```bash\nls -la\n```', { calls: [shell('ls -la', { protocol: 'fence' })] })
    expect(messageParts(one)).toEqual({ before: 'THOUGHT: look.', after: '', hasTakenOut: true })
  })

  it('lose the tags of other protocols', () => {
    const tagged = call({ kind: 'other' }, { protocol: 'command-tag', argumentsText: { text: 'create a.py', size: 11 } })
    const one = message(0, 'assistant', 'Make it.\n<command>\ncreate a.py\n</command>\nDone.', { calls: [tagged] })
    expect(messageParts(one)).toEqual({ before: 'Make it.', after: 'Done.', hasTakenOut: true })
  })

  it('stay whole when the call cannot be found in them', () => {
    const one = message(0, 'assistant', 'nothing here', { calls: [shell('ls', { protocol: 'fence' })] })
    expect(messageParts(one)).toEqual({ before: 'nothing here', after: '', hasTakenOut: false })
  })

  it('stay whole when the calls are structured or the text came cut', () => {
    expect(messageParts(message(0, 'assistant', 'run ls', { calls: [shell('ls')] })).before).toBe('run ls')
    const cut = message(0, 'assistant', '', { content: { text: 'x ls', size: 100_000 }, calls: [shell('ls', { protocol: 'fence' })] })
    expect(messageParts(cut).hasTakenOut).toBe(false)
  })
})

describe('code in prose', () => {
  const kinds = (text: string) => proseParts(text).map((part) => part.kind)

  it('is found in fences and between backticks', () => {
    expect(kinds('see `x`:\n```py\ncode\n```\nok')).toEqual(['words', 'inline', 'words', 'fence', 'block', 'fence', 'words'])
  })

  it('begins inside when a folded tail starts with the end of a fence', () => {
    expect(kinds('code\n```\nwords')).toEqual(['block', 'fence', 'words'])
  })

  it('ends inside when a folded head ends in the middle of a fence', () => {
    expect(kinds('words\n```py\ncode')).toEqual(['words', 'fence', 'block'])
  })

  it('gives the text back', () => {
    const text = 'a `b` c\n```\n`d`\n'
    expect(
      proseParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})
