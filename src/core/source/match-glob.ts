/** True for a text with glob characters in it. */
export function isGlob(text: string): boolean {
  return /[*?[\]{}]/.test(text)
}

/**
 * Turns a glob into a test of forward-slash paths: `*` and `?` stay inside a folder, `**` crosses folders, `[a-c]`, `[!a]` and `{a,b}` as in
 * a shell. Anything unbalanced stands for itself. Globs come with datasets, from anybody: a path is walked once with all the places it may be at
 * (https://swtch.com/~rsc/regexp/regexp1.html), where a regular expression made from `*a*a*a*a*` would try every way there is.
 */
export function globTest(glob: string): (path: string) => boolean {
  const start = compile(glob, END)
  return (path) => {
    let places = reach([start])
    for (const character of path) {
      places = reach([...places].flatMap((place) => ('test' in place && place.test(character) ? [place.next] : [])))
      if (places.size === 0) return false
    }
    return places.has(END)
  }
}

type Test = (character: string) => boolean

/** Takes one character and goes on. */
interface Step {
  test: Test
  next: Place
}

/** A place in a glob: a step, or a choice between places. */
type Place = Step | Place[]

/** Makes the place that begins a part of a glob, given the one behind it. */
type Part = (next: Place) => Place

const END: Place = []

/** The places, and those they let choose. */
function reach(places: readonly Place[]): Set<Place> {
  const reached = new Set<Place>(places)
  // A set that grows while it is walked is walked to its new end.
  for (const place of reached) if (Array.isArray(place)) for (const choice of place) reached.add(choice)
  return reached
}

function compile(glob: string, end: Place): Place {
  const parts: Part[] = []
  for (let rest = glob; rest !== ''; ) {
    const [length, part] = headOf(rest)
    parts.push(part)
    rest = rest.slice(length)
  }
  return parts.reduceRight((next, part) => part(next), end)
}

const CROSSING = /^\*\*\/?/
const CLASS = /^\[(!|\^)?([^\]/]+)\]/
const CHOICE = /^\{([^{}]*)\}/

function headOf(rest: string): [length: number, part: Part] {
  const crossing = CROSSING.exec(rest)?.[0]
  if (crossing) return [crossing.length, crossing.endsWith('/') ? folders : many(() => true)]
  if (rest.startsWith('*')) return [1, many(isInFolder)]
  if (rest.startsWith('?')) return [1, one(isInFolder)]
  const [whole, not, members] = CLASS.exec(rest) ?? []
  if (whole && members) return [whole.length, one(classTest(members, not !== undefined))]
  const [choice, inside = ''] = CHOICE.exec(rest) ?? []
  if (choice) return [choice.length, (next) => inside.split(',').map((glob) => compile(glob, next))]
  const first = String.fromCodePoint(rest.codePointAt(0) ?? 0)
  return [first.length, one((character) => character === first)]
}

const isInFolder: Test = (character) => character !== '/'

function one(test: Test): Part {
  return (next) => ({ test, next })
}

function many(test: Test): Part {
  return (next) => {
    const loop: Place[] = [next]
    loop.push({ test, next: loop })
    return loop
  }
}

/** Whole folders with their slash, none too. */
function folders(next: Place): Place {
  const loop: Place[] = [next]
  const inside: Place[] = [{ test: (character) => character === '/', next: loop }]
  inside.push({ test: isInFolder, next: inside })
  loop.push({ test: isInFolder, next: inside })
  return loop
}

function classTest(members: string, isNot: boolean): Test {
  const ranges = [...members.matchAll(/(.)(?:-(.))?/gsu)].map(([, from = '', to = from]) => ({ from: codeOf(from), to: codeOf(to) }))
  return (character) => {
    const code = codeOf(character)
    const isMember = ranges.some(({ from, to }) => from <= code && code <= to)
    return isNot ? !isMember && isInFolder(character) : isMember
  }
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
