import type { Chat } from './chat.ts'
import type { NoteBook } from './note-book.ts'

const NUMBER_LETTER = /[-+.\deE]/

/** Whether every number of a JSON text is written as it would be written after reading: `1.0` and whole numbers beyond 2^53 are not. One pass. */
export function hasExactNumbers(json: string): boolean {
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charAt(at)
    if (letter === '"') at = endOfString(json, at)
    else if (letter === '-' || (letter >= '0' && letter <= '9')) {
      const end = endOfNumber(json, at)
      const number = json.slice(at, end)
      if (!isExact(number)) return false
      at = end - 1
    }
  }
  return true
}

function isExact(number: string): boolean {
  const value = Number(number)
  return String(value) === number && (!Number.isInteger(value) || Number.isSafeInteger(value))
}

function endOfString(json: string, start: number): number {
  let at = start + 1
  while (at < json.length && json.charAt(at) !== '"') at += json.charAt(at) === '\\' ? 2 : 1
  return at
}

function endOfNumber(json: string, start: number): number {
  let at = start + 1
  while (at < json.length && NUMBER_LETTER.test(json.charAt(at))) at += 1
  return at
}

/** Tells of arguments that leave as objects and hold numbers an object writes another way. */
export function tellNumbers({ messages, indexes }: Chat, texts: ReadonlyMap<string, string>, book: NoteBook): void {
  messages.forEach(({ tool_calls = [] }, place) => {
    for (const { id, function: called } of tool_calls) {
      if (typeof called.arguments === 'string' || hasExactNumbers(texts.get(id) ?? '')) continue
      book.tell(
        'changed',
        'arguments',
        indexes[place] ?? null,
        'Numbers such as 1.0, or of more than 16 digits, are written another way in an object.',
      )
    }
  })
}
