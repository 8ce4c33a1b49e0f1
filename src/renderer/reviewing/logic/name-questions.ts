/** The host refuses longer expressions; some room is left for the words around the ids. */
const MOST_CHARACTERS = 9_000

/** Expressions that select these examples, as few as fit their length; an id too long to be asked for keeps its own name. */
export function nameQuestions(ids: readonly string[]): string[] {
  const questions: string[][] = [[]]
  let length = 0
  for (const id of new Set(ids)) {
    const quoted = JSON.stringify(id)
    if (quoted.length > MOST_CHARACTERS) continue
    if (length + quoted.length > MOST_CHARACTERS) {
      questions.push([])
      length = 0
    }
    questions.at(-1)?.push(quoted)
    length += quoted.length + 2
  }
  return questions.filter((one) => one.length > 0).map((one) => `id in [${one.join(', ')}]`)
}
