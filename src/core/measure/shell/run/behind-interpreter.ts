import { resolvePath } from '../resolve-path.ts'
import type { SimpleCommand } from '../simple-command.ts'
import { type Behind, fileScript, script } from './behind.ts'
import type { CodeLanguage } from './code-language.ts'
import { fileOf, type ShellSession } from './session.ts'

/** `bash -lc '...' name words`, `bash file words`, `bash -s < script`. */
export function behindShell({ args, input }: SimpleCommand, session: ShellSession): Behind | null {
  const flag = args.findIndex((word) => /^-[a-zA-Z]*c[a-zA-Z]*$/.test(word))
  const file = args.findIndex((word, at) => !/^[-+]/.test(word) && !/^[-+]o$/.test(args[at - 1] ?? ''))
  if (flag !== -1 && (file === -1 || flag < file)) {
    const at = args.findIndex((word, place) => place > flag && !/^-/.test(word))
    return at === -1 ? null : script(args[at] ?? '', args.slice(at + 2))
  }
  const isFed = file === -1 || args.includes('-s') || /^(?:-|\/dev\/stdin)$/.test(args[file] ?? '')
  if (isFed) return input === '' ? null : script(input, file === -1 ? [] : args.slice(file))
  return fileScript(args[file] ?? '', args.slice(file + 1), session)
}

/** `python -c code`, `python - < code`, `python file`, `node -e code`, `perl -ne code`, `awk code`. */
export function behindInterpreter({ args, input }: SimpleCommand, language: CodeLanguage, session: ShellSession): Behind | null {
  if (language === 'awk') {
    const code = args.find((word) => !word.startsWith('-'))
    return code?.includes('system(') || code?.includes('getline') ? { kind: 'code', code, language } : null
  }
  const flag = args.findIndex((word) => (language === 'python' ? /^-[a-zA-Z]*c$/ : /^(?:-[a-zA-Z0-9]*[ep]|-r|--eval|--print)$/).test(word))
  const file = args.findIndex((word, at) => !word.startsWith('-') && !/^-[WX]$/.test(args[at - 1] ?? ''))
  if (flag !== -1 && (file === -1 || flag < file)) return { kind: 'code', code: args[flag + 1] ?? '', language }
  if (language === 'python' && args.some((word) => /^-m/.test(word))) return behindModule(args, session)
  const path = args[file]
  if (path === undefined || path === '-') return input === '' ? null : { kind: 'code', code: input, language }
  const code = fileOf(session, resolvePath(session.folder, path))
  return code === undefined ? null : { kind: 'code', code, language }
}

/** `python -m module` of a module the run wrote; `python -m pytest file`. */
function behindModule(args: readonly string[], session: ShellSession): Behind | null {
  const at = args.findIndex((word) => /^-m/.test(word))
  const module = args[at] === '-m' ? (args[at + 1] ?? '') : (args[at]?.slice(2) ?? '')
  if (/^(?:pytest|unittest|nose2?)$/.test(module)) return writtenTests(args.slice(at + 1), session)
  const code = fileOf(session, resolvePath(session.folder, `${module.replaceAll('.', '/')}.py`))
  return code === undefined ? null : { kind: 'code', code, language: 'python' }
}

/** Test files the run wrote itself are code it runs. */
export function writtenTests(args: readonly string[], session: ShellSession): Behind | null {
  const codes = args.flatMap((word) =>
    /\.py(?:::|$)/.test(word) ? (fileOf(session, resolvePath(session.folder, word.split('::', 1)[0] ?? '')) ?? []) : [],
  )
  const configured = fileOf(session, resolvePath(session.folder, 'conftest.py'))
  if (configured !== undefined) codes.push(configured)
  return codes.length === 0 ? null : { kind: 'code', code: codes.join('\n'), language: 'python' }
}
