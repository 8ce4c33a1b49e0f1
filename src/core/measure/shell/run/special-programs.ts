import { resolvePath } from '../resolve-path.ts'
import { innerOf } from '../unwrap-command.ts'
import { fileScript, type Special, script } from './behind.ts'
import { behindGit } from './behind-git.ts'
import { writtenTests } from './behind-interpreter.ts'
import { behindMake } from './behind-make.ts'
import { behindPackageScript } from './behind-package-script.ts'
import { fileOf, type ShellSession } from './session.ts'
import { isUnknown, UNKNOWN } from './unknown.ts'

/** `go run main.go`. */
const go: Special = ({ args }, session) => {
  const path = args[0] === 'run' ? args.find((word) => word.endsWith('.go')) : undefined
  const code = path === undefined ? undefined : fileOf(session, resolvePath(session.folder, path))
  return code === undefined ? null : { kind: 'code', code, language: 'javascript' }
}

/** `tmux send-keys -t 0 'git log' Enter` types into a shell, `tmux new-session -d 'git log'` starts one. */
const tmux: Special = ({ args }) => {
  const last = args.at(-1) ?? ''
  if (/^(?:new|new-session|neww|new-window|split-window|splitw|run|run-shell)$/.test(args[0] ?? '') && /\s/.test(last)) return script(last)
  const at = args.findIndex((word) => /^send(?:-keys)?$/.test(word))
  if (at === -1) return null
  return script(args.filter((word, place) => place > at && !/^(?:-.*|Enter|C-m|KPEnter)$/.test(word) && args[place - 1] !== '-t').join(' '))
}

const joined: Special = ({ args }) => (args.length === 0 ? null : script(args.join(' ')))

/** Programs with an option that takes a whole command line. */
const optioned =
  (option: RegExp): Special =>
  ({ args }) => {
    const at = args.findIndex((word) => option.test(word))
    if (at === -1) return null
    const equals = /^--\w+=([\s\S]*)$/.exec(args[at] ?? '')
    return script(equals?.[1] ?? args[at + 1] ?? '')
  }

/** `watch -n 1 git log`, `ssh host git log`: the words behind the options are one command line. */
const rest =
  (operands: number, valued: RegExp): Special =>
  ({ args }) => {
    let at = 0
    while (args[at]?.startsWith('-')) at += valued.test(args[at] ?? '') ? 2 : 1
    const words = args.slice(at + operands)
    return words.length === 0 ? null : script(words.join(' '))
  }

const xargs: Special = (command, session) => {
  const inner = innerOf(command)
  if (!inner) return null
  const file = fileNamed(command.args, /^(?:-a|--arg-file)$/, session)
  const mark = command.args.findIndex((word) => /^(?:-I|-i|--replace)/.test(word))
  const input = file ?? command.input
  const given = input === '' ? [UNKNOWN] : input.split(/\s+/).filter(Boolean).slice(0, 100)
  const words = [inner.program, ...inner.args]
  if (mark === -1) return { kind: 'words', words: [...words, ...given] }
  const option = command.args[mark] ?? ''
  const place = option === '-I' ? (command.args[mark + 1] ?? '{}') : option.replace(/^(?:-I|-i|--replace=?)/, '') || '{}'
  return { kind: 'commands', commands: given.map((word) => words.map((text) => text.replaceAll(place, word))) }
}

const find: Special = ({ args, program }) => {
  const commands: string[][] = []
  let left = args
  for (let at = left.findIndex(isExec); at !== -1; at = left.findIndex(isExec)) {
    const end = left.findIndex((word, place) => place > at && (word === ';' || word === '+'))
    commands.push(left.slice(at + 1, end === -1 ? undefined : end).map((word) => word.replaceAll('{}', UNKNOWN)))
    left = [...left.slice(0, at), ...(end === -1 ? [] : left.slice(end + 1))]
  }
  return commands.length === 0 ? null : { kind: 'commands', commands: [[program, ...left], ...commands.slice(0, 20)] }
}

function isExec(word: string): boolean {
  return /^-(?:exec|execdir|ok|okdir)$/.test(word)
}

/** `parallel git show {} ::: a b`: a command for every word. */
const parallel: Special = ({ args, input }) => {
  const mark = args.findIndex((word) => /^:::/.test(word))
  let at = 0
  while (args[at]?.startsWith('-')) at += /^-[jnPS]$|^--jobs$/.test(args[at] ?? '') ? 2 : 1
  const line = args.slice(at, mark === -1 ? undefined : mark).join(' ')
  const given = mark === -1 ? (input === '' || isUnknown(input) ? [UNKNOWN] : input.split('\n').filter(Boolean)) : args.slice(mark + 1)
  const lines = given
    .slice(0, 50)
    .map((word) => (line === '' ? word : line.includes('{}') ? line.replaceAll('{}', word) : `${line} ${word}`))
  return script(lines.join('\n'))
}

/** The text of a file an option names, where the run wrote it. */
function fileNamed(args: readonly string[], option: RegExp, session: ShellSession): string | undefined {
  const at = args.findIndex((word) => option.test(word))
  return at === -1 ? undefined : fileOf(session, resolvePath(session.folder, args[at + 1] ?? ''))
}

/** `wget -i FILE`, `curl -K FILE`, `pip download -r FILE`: what a file the run wrote lists stands for its name. */
function listed(option: RegExp): Special {
  return ({ args, program }, session) => {
    const text = fileNamed(args, option, session)
    if (text === undefined) return null
    const at = args.findIndex((word) => option.test(word))
    const words = text
      .split(/[\s"']+/)
      .filter(Boolean)
      .slice(0, 100)
    return { kind: 'words', words: [program, ...args.slice(0, at), ...words, ...args.slice(at + 2)] }
  }
}

const environment: Special = ({ args }) => {
  const at = args.findIndex((word) => /^(?:-S|--split-string)/.test(word))
  if (at === -1) return null
  const text = (args[at] ?? '').replace(/^(?:-S|--split-string=?)/, '')
  return script([...(text === '' ? [] : [text]), ...args.slice(at + 1)].join(' '))
}

const source: Special = ({ args, input }, session) =>
  /^\/dev\/(?:stdin|fd\/0)$/.test(args[0] ?? '') ? script(input) : fileScript(args[0] ?? '', args.slice(1), session)

const busybox: Special = ({ args }) => (args.length === 0 ? null : { kind: 'words', words: [...args] })

/** Programs that watch, move or rank the one they run: the words behind their options are its. */
const around =
  (valued: RegExp, operands = 0): Special =>
  ({ args }) => {
    let at = 0
    while (args[at]?.startsWith('-')) at += valued.test(args[at] ?? '') ? 2 : 1
    const words = args.slice(at + operands)
    return words.length === 0 ? null : { kind: 'words', words }
  }

/** Programs that run others in a way of their own, by name. */
export const SPECIAL: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['eval', joined],
  ['trap', ({ args }) => (args[0] === undefined || args[0] === '-' ? null : script(args[0]))],
  ['su', optioned(/^(?:-[a-z]*c|--command)/)],
  ['runuser', optioned(/^(?:-[a-z]*c|--command)/)],
  ['script', optioned(/^(?:-[a-z]*c|--command)/)],
  ['flock', (command, session) => optioned(/^(?:-c|--command)/)(command, session) ?? around(/^-[wE]$/, 1)(command, session)],
  ['watch', rest(0, /^(?:-n|--interval)$/)],
  ['ssh', rest(1, /^-[bcDEeFIiJLlmOopQRSWw]$/)],
  ['xargs', xargs],
  ['find', find],
  ['parallel', parallel],
  ['env', environment],
  ['source', source],
  ['.', source],
  ['busybox', busybox],
  ['go', go],
  ['make', behindMake],
  ['gmake', behindMake],
  ...['npm', 'pnpm', 'yarn', 'bun'].map((name): [string, Special] => [name, behindPackageScript]),
  ['wget', listed(/^(?:-i|--input-file)$/)],
  ['curl', listed(/^(?:-K|--config)$/)],
  ...['pip', 'pip3'].map((name): [string, Special] => [name, listed(/^(?:-r|--requirement)$/)]),
  ['tmux', tmux],
  ...['pytest', 'py.test', 'nosetests'].map((name): [string, Special] => [name, ({ args }, session) => writtenTests(args, session)]),
  ['at', ({ input }) => (input === '' ? null : script(input))],
  ['batch', ({ input }) => (input === '' ? null : script(input))],
  ['setsid', around(/^$/)],
  ['doas', around(/^-[uC]$/)],
  ['ionice', around(/^-[cnpPu]$/)],
  ['chrt', around(/^$/, 1)],
  ['taskset', around(/^$/, 1)],
  ['chroot', around(/^$/, 1)],
  ['strace', around(/^-[eopsuEIaP]$/)],
  ['ltrace', around(/^-[eopsunalA]$/)],
  ['unbuffer', around(/^$/)],
  ['chronic', around(/^$/)],
  ['catchsegv', around(/^$/)],
  ['git', ({ args }, session) => behindGit(args, session)],
])
