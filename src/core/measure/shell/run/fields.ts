import { UNKNOWN } from './unknown.ts'

/** A piece of a word: text as it stands, or the value of something expanded. */
export interface Piece {
  text: string
  /** Unquoted values are cut into words at blanks. */
  splits: boolean
  /** `"$@"` and `"${a[@]}"` are a word for each element. */
  elements?: readonly string[]
}

/** Joins pieces into the words the shell would see. */
export function fieldsOf(pieces: readonly Piece[]): string[] {
  const words: string[] = []
  let open: string[] | null = null
  const close = () => {
    if (open !== null) words.push(open.join(''))
    open = null
  }
  const add = (text: string) => {
    if (open === null) open = [text]
    else open.push(text)
  }
  for (const { text, splits, elements } of pieces) {
    const parts = elements ?? (splits ? text.split(/[ \t\n]+/) : [text])
    parts.forEach((part, at) => {
      if (at > 0) close()
      if (part !== '' || !splits) add(part)
    })
  }
  close()
  return words
}

/** Joins pieces without cutting them: an assignment's value, a here-document. */
export function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** A piece nobody can tell. */
export const UNKNOWN_PIECE: Piece = { text: UNKNOWN, splits: false }
