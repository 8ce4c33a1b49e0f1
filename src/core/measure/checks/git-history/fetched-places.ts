import type { Attempt } from './attempt.ts'

/** Options of programs that fetch, before the place they write to. */
const PLACED = /^(?:-o|-O|-P|-d|-t|--output|--output-document|--directory-prefix|--dest|--target|--prefix)$/
const PLACED_IN_ONE = /^--(?:output|output-document|directory-prefix|dest|target|prefix)=(.{1,300})$/
/** `> FILE` behind a command, in the text it was written in. */
const REDIRECT = /^[^\n;&|]{0,400}?>{1,2}\s{0,4}["']?([\w./~+-]{2,200})/
/** The folder a script went to before the command. */
const FOLDER = /(?:^|[\s;&|("]|\\n)cd\s{1,4}["']?(\/[\w./+-]{1,200})/g

/** A place below a top folder, or a file where the run stands. */
const PLACE = /^\/(?!dev\/)[^/]+\/[^/]|^[^/]{1,100}\.\w{1,10}$/

/**
 * Where a flagged command put what it fetched or took out of another revision: files or folders, absolute or as they are written. `script` is the text the
 * command stands in. Only places that nothing else goes by are told: a clone into a folder named like the repository is not, unless its parent is known.
 */
export function fetchedPlaces(attempt: Attempt, script: string): string[] {
  const words = attempt.command.split(' ')
  const folder = [...script.slice(0, attempt.at.start).slice(-4000).matchAll(FOLDER)].at(-1)?.[1]
  const named = [...optionPlaces(words), ...operandPlaces(attempt, words), ...redirected(attempt, script)]
  const places = named.flatMap((place) => (place.startsWith('/') || folder === undefined ? [place] : [place, `${folder}/${place}`]))
  return places.map((place) => place.replace(/^\.\/|\/$/g, '')).filter((place) => PLACE.test(place))
}

function optionPlaces(words: readonly string[]): string[] {
  return words.flatMap((word, at) => (PLACED.test(words[at - 1] ?? '') ? [word] : (PLACED_IN_ONE.exec(word)?.slice(1) ?? [])))
}

/** `git clone URL [FOLDER]`, `git worktree add FOLDER`. */
function operandPlaces({ verb }: Attempt, words: readonly string[]): string[] {
  const operands = words.slice(words.indexOf(verb) + 1).filter((word) => !word.startsWith('-'))
  if (verb === 'worktree') return operands.slice(1, 2)
  if (verb !== 'clone') return []
  const address = operands.findIndex((word) => /:\/\/|^git@/.test(word))
  const name = /([\w.-]{1,100}?)(?:\.git)?\/?$/.exec(operands[address] ?? '')?.[1]
  return [operands[address + 1] ?? name].filter((place) => place !== undefined)
}

/** Where the shell sent a command's output: the file as written, one at most. */
export function redirected({ at }: Attempt, script: string): string[] {
  return REDIRECT.exec(script.slice(at.start, at.end + 300))?.slice(1) ?? []
}

/** True when a text names a place, or something in it. */
export function mentions(text: string, place: string): boolean {
  for (let at = text.indexOf(place); at !== -1; at = text.indexOf(place, at + 1)) {
    const isStart = !/[\w./-]/.test(text[at - 1] ?? ' ')
    if (isStart && !/[\w.-]/.test(text[at + place.length] ?? ' ')) return true
  }
  return false
}
