import type { CodeToken } from './code-tokens.ts'
import { added, argumentsAt, type CodeNames, type CodeValue, chainOf, isMark, valueAt } from './code-values.ts'
import type { Reading } from './run-code.ts'

/** `name = value`, `a, b = 1, 2`, `for name in list`, `name += value`, `name.append(value)`, `import module as name`. */
export function keepName(name: string, at: number, { tokens, names, aliases }: Reading): void {
  const [one, two, three] = tokens.slice(at + 1, at + 4)
  const known = names.get(name)
  if (name === 'as' && one?.kind === 'name') aliases.set(one.text, importedBefore(tokens, at))
  else if (isMark(one, ['=']) && !isMark(two, ['=', '>'])) setNames(at, tokens, names)
  else if (one?.text === 'in' && tokens[at - 1]?.text === 'for') {
    const value = isMark(tokens[at + 2], ['[', '('])
      ? argumentsAt(tokens, at + 2, names).given.flatMap((argument) => argument.value)
      : names.get(tokens[at + 2]?.text ?? '')
    if (isListOfWords(value)) setName(names, name, value)
  } else if (known === undefined) return
  else if (isMark(one, ['+']) && isMark(two, ['='])) setName(names, name, added(known, valueAt(tokens, at + 3, names).value))
  else if (isMark(one, ['.']) && /^(?:append|extend|push|insert)$/.test(two?.text ?? '') && isMark(three, ['('])) {
    setName(names, name, [known, argumentsAt(tokens, at + 3, names).given.map(({ value }) => value)].flat(2))
  }
}

/** Words that may stand together where a loop puts them one by one: no command lines. */
function isListOfWords(value: CodeValue | undefined): value is string[] {
  return Array.isArray(value) && value.length <= 50 && value.every((word) => /^[\w./~^@-]{1,100}$/.test(word) && word !== 'git')
}

/** The value behind `=`, and of `a, b = 1, 2` the value at each name's place. */
function setNames(at: number, tokens: readonly CodeToken[], names: CodeNames): void {
  const listed = [tokens[at]?.text ?? '']
  let from = at
  while (isMark(tokens[from - 1], [',']) && tokens[from - 2]?.kind === 'name' && listed.length < 9) {
    from -= 2
    listed.unshift(tokens[from]?.text ?? '')
  }
  const isList = listed.length > 1 && !isMark(tokens[from - 1], ['(', '[', '{', '=', ','])
  let next = at + 2
  for (const name of isList ? listed : listed.slice(-1)) {
    const found = valueAt(tokens, next, names)
    setName(names, name, found.value)
    if (!isMark(tokens[found.next], [','])) break
    next = found.next + 1
  }
}

function setName(names: CodeNames, name: string, value: CodeValue): void {
  if (names.size < 500 && value.length < (Array.isArray(value) ? 1000 : 100_000)) names.set(name, value)
}

/** The dotted name before `as`. */
function importedBefore(tokens: readonly CodeToken[], at: number): string {
  let from = at - 1
  while (isMark(tokens[from - 1], ['.']) && from > at - 12) from -= 2
  return chainOf(tokens, Math.max(0, from), at)
}
