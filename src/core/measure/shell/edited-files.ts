import type { SimpleCommand } from './simple-command.ts'

const PRINTERS = new Set(['cat', 'echo', 'printf', 'tee'])

/** Commands of SWE-agent's own line editor, written like shell commands. */
const EDITOR = new Set(['edit', 'insert', 'append', 'create', 'str_replace', 'end_of_edit'])

/** Python that opens a file to write it, and the file where the code names it. */
const WRITES = /\.write(?:_text|_bytes|lines)?\(|\bopen\([^)]{0,200},\s{0,9}(?:mode\s{0,9}=\s{0,9})?['"][rb]*[wax]/
const WRITTEN =
  /\bopen\(\s{0,9}['"]([^'"\n]{1,300})['"],\s{0,9}(?:mode\s{0,9}=\s{0,9})?['"][rb]*[wax]|\bPath\(\s{0,9}['"]([^'"\n]{1,300})['"]\s{0,9}\)\.write_/g

/**
 * The files a command changes as it names them: `sed -i`, `patch`, `git apply`, `cat > file`, inline Python that writes. Empty for a change of
 * files it does not name; null for none.
 */
export function editedFiles({ name, args, writes, input }: SimpleCommand): string[] | null {
  if (name === 'sed') return args.some((word) => /^-[nErsz]*i|^--in-place/.test(word)) ? afterScript(args, /^-[nErsz]*[ef]$/) : null
  if (name === 'perl') return args.some((word) => /^-[a-z0]*i/.test(word)) ? afterScript(args, /^-[a-z0]*e$/) : null
  if (name === 'patch') return args.includes('--dry-run') ? null : args.filter((word) => !word.startsWith('-')).slice(0, 1)
  if (name === 'git') return args[0] === 'apply' && !args.some((word) => /^--(?:check|stat|numstat|summary)$/.test(word)) ? [] : null
  if (/^python[\d.]*$/.test(name)) return writtenByPython(args.includes('-c') ? `${args.join('\n')}\n${input}` : input)
  if (EDITOR.has(name)) return args.length === 0 ? null : name === 'create' ? args.slice(0, 1) : []
  if (!PRINTERS.has(name)) return null
  const named = [...writes, ...(name === 'tee' ? args.filter((word) => !word.startsWith('-')) : [])].filter(isSource)
  return named.length === 0 ? null : named
}

/** The operands behind the script, which an option may hold. */
function afterScript(args: readonly string[], option: RegExp): string[] {
  const words = args.filter((word, at) => word !== '' && !word.startsWith('-') && !option.test(args[at - 1] ?? ''))
  return args.some((word) => option.test(word)) ? words : words.slice(1)
}

function writtenByPython(code: string): string[] | null {
  return WRITES.test(code) ? [...code.matchAll(WRITTEN)].flatMap((match) => match[1] ?? match[2] ?? []) : null
}

/** Devices and temporary files are no source. */
function isSource(path: string): boolean {
  return !/^\/(?:dev|tmp|proc)\/|^&?\d$/.test(path)
}
