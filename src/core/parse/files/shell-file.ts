/** What a shell script that only reads or writes one file does to it. */
export type ShellFile =
  | { kind: 'write' | 'append'; path: string; text: string }
  /** `isNumbered`: each line comes with its number. `range`: the lines asked for, both included; null for all of them. */
  | { kind: 'read'; path: string; isNumbered: boolean; range: { first: number; last: number } | null }

const FOLDER = /^cd[ \t]{1,9}(\/[\w./@+-]{0,300}|'\/[^'\n]{1,300}')[ \t]{0,9}&&[ \t]{0,9}/
const PATH = String.raw`([\w./@+-]{1,300}|'[^'\n]{1,300}'|"[^"$\x60\\\n]{1,300}")`
const HEREDOC = new RegExp(String.raw`^cat[ \t]{1,9}(>{1,2})[ \t]{0,9}${PATH}[ \t]{1,9}<<[ \t]{0,9}(['"]?)(\w{1,40})\3[ \t]{0,9}\n`)
const HEREDOC_FIRST = new RegExp(String.raw`^cat[ \t]{1,9}<<[ \t]{0,9}(['"]?)(\w{1,40})\1[ \t]{1,9}(>{1,2})[ \t]{0,9}${PATH}[ \t]{0,9}\n`)
const CAT = new RegExp(String.raw`^(?:cat(?:[ \t]{1,9}(-n))?|(nl)[ \t]{1,9}-ba)[ \t]{1,9}${PATH}$`)
const CUT = /[ \t]{0,9}\|[ \t]{0,9}(?:sed[ \t]{1,9}-n[ \t]{1,9}['"]?(\d{1,9}),(\d{1,9})p['"]?|head[ \t]{1,9}(?:-n[ \t]{0,9}|-)(\d{1,9}))$/
const SED = new RegExp(String.raw`^sed[ \t]{1,9}-n[ \t]{1,9}['"]?(\d{1,9}),(\d{1,9})p['"]?[ \t]{1,9}${PATH}$`)

/** Reads a script that is one `cat`, `nl -ba`, `sed -n 'A,Bp'` or here-document, after a `cd` at most; null for any other. */
export function shellFileOf(script: string): ShellFile | null {
  const trimmed = script.trim()
  const folder = FOLDER.exec(trimmed.slice(0, 400))
  const command = folder ? trimmed.slice(folder[0].length) : trimmed
  const found = written(command) ?? (command.length < 1_000 ? readOnly(command) : null)
  return found && { ...found, path: within(folder ? bare(folder[1] ?? '') : '', bare(found.path)) }
}

function written(command: string): ShellFile | null {
  const head = command.slice(0, 800)
  const match = HEREDOC.exec(head)
  const other = match ? null : HEREDOC_FIRST.exec(head)
  const [start, arrows, path, quote, tag] = match ?? (other ? [other[0], other[3], other[4], other[1], other[2]] : [])
  if (start === undefined || path === undefined || tag === undefined) return null
  const body = command.slice(start.length)
  const end = `\n${tag}`
  const isEmpty = body === tag
  if (!isEmpty && !body.endsWith(end)) return null
  const text = isEmpty ? '' : body.slice(0, -tag.length)
  // A line like the tag would end the text earlier; without quotes the shell expands what is in it.
  if (`\n${text}`.includes(`${end}\n`) || (quote === '' && /[$`\\]/.test(text))) return null
  return { kind: arrows === '>>' ? 'append' : 'write', path, text }
}

function readOnly(command: string): ShellFile | null {
  const sed = SED.exec(command)
  if (sed) return { kind: 'read', path: sed[3] ?? '', isNumbered: false, range: { first: Number(sed[1]), last: Number(sed[2]) } }
  const cut = CUT.exec(command)
  const cat = CAT.exec(cut ? command.slice(0, cut.index) : command)
  if (!cat) return null
  const range = cut && (cut[3] === undefined ? { first: Number(cut[1]), last: Number(cut[2]) } : { first: 1, last: Number(cut[3]) })
  return { kind: 'read', path: cat[3] ?? '', isNumbered: (cat[1] ?? cat[2]) !== undefined, range }
}

function bare(word: string): string {
  return /^['"]/.test(word) ? word.slice(1, -1) : word
}

function within(folder: string, path: string): string {
  const plain = path.replace(/^(?:\.\/){1,9}/, '')
  return folder === '' || plain.startsWith('/') ? plain : `${folder.replace(/\/$/, '')}/${plain}`
}
