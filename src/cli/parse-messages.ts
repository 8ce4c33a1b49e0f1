import { InvalidArgumentError } from 'commander'

/** Most messages one option may name. */
const MOST = 100_000

/** An option's parser: message indexes and spans of them, `5,7-9`. Anything else is wrong usage. */
export function messageList(text: string): number[] {
  const messages = new Set<number>()
  for (const part of text.split(',')) {
    const [, first = '', last = first] = /^\s*(\d{1,9})(?:\s*-\s*(\d{1,9}))?\s*$/.exec(part) ?? []
    if (first === '' || Number(last) < Number(first) || Number(last) - Number(first) + messages.size >= MOST) {
      throw new InvalidArgumentError('Message numbers are expected, such as 5,7-9.')
    }
    for (let message = Number(first); message <= Number(last); message += 1) messages.add(message)
  }
  return [...messages].sort((a, b) => a - b)
}
