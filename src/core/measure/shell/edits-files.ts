import type { SimpleCommand } from './simple-command.ts'

const PRINTERS = new Set(['cat', 'echo', 'printf', 'tee'])

/** Commands of SWE-agent's own line editor, written like shell commands. */
const EDITOR = new Set(['edit', 'insert', 'append', 'create', 'str_replace', 'end_of_edit'])

/** Python that opens a file to write it. */
const WRITES = /\.write(?:_text|_bytes|lines)?\(|\bopen\([^)]{0,200},\s{0,9}(?:mode\s{0,9}=\s{0,9})?['"][rb]*[wax]/

/** True when one of the commands changes a source file: `sed -i`, `patch`, `git apply`, `cat > file`, inline Python that writes. */
export function editsFiles(commands: readonly SimpleCommand[]): boolean {
  return commands.some(editsFile)
}

function editsFile({ name, args, writes, input }: SimpleCommand): boolean {
  if (name === 'sed') return args.some((word) => /^-[nErsz]*i|^--in-place/.test(word))
  if (name === 'perl') return args.some((word) => /^-[a-z0]*i/.test(word))
  if (name === 'patch') return !args.includes('--dry-run')
  if (name === 'git') return args[0] === 'apply' && !args.some((word) => /^--(?:check|stat|numstat|summary)$/.test(word))
  if (/^python[\d.]*$/.test(name)) return WRITES.test(input) || (args.includes('-c') && args.some((word) => WRITES.test(word)))
  if (name === 'tee') return args.some((word) => !word.startsWith('-') && isSource(word))
  return (PRINTERS.has(name) && writes.some(isSource)) || (EDITOR.has(name) && args.length > 0)
}

/** Devices and temporary files are no source. */
function isSource(path: string): boolean {
  return !/^\/(?:dev|tmp|proc)\/|^&?\d$/.test(path)
}
