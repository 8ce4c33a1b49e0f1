/** True for a text with glob characters in it. */
export function isGlob(text: string): boolean {
  return /[*?[\]{}]/.test(text)
}

/**
 * Turns a glob into a test of forward-slash paths: `*` and `?` stay inside a folder, `**` crosses folders, `[a-c]`, `[!a]` and `{a,b}` as in
 * a shell. Anything unbalanced stands for itself.
 */
export function globToRegExp(glob: string): RegExp {
  return new RegExp(`^${translate(glob)}$`, 'u')
}

const CROSSING = /^\*\*\/?/
const CLASS = /^\[(!|\^)?([^\]/]+)\]/
const CHOICE = /^\{([^{}]*)\}/

function translate(glob: string): string {
  let source = ''
  let rest = glob
  while (rest !== '') {
    const [matched, translated] = translateHead(rest)
    source += translated
    rest = rest.slice(matched)
  }
  return source
}

function translateHead(rest: string): [length: number, source: string] {
  const crossing = CROSSING.exec(rest)
  if (crossing) return [crossing[0].length, crossing[0].endsWith('/') ? '(?:[^/]+/)*' : '.*']
  if (rest.startsWith('*')) return [1, '[^/]*']
  if (rest.startsWith('?')) return [1, '[^/]']
  const set = CLASS.exec(rest)
  if (set) return [set[0].length, `[${set[1] ? '^/' : ''}${(set[2] ?? '').replace(/[\\[\]^&~]/g, '\\$&')}]`]
  const choice = CHOICE.exec(rest)
  if (choice) return [choice[0].length, `(?:${(choice[1] ?? '').split(',').map(translate).join('|')})`]
  const first = String.fromCodePoint(rest.codePointAt(0) ?? 0)
  return [first.length, first.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')]
}
