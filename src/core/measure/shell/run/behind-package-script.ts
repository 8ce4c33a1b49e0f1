import { resolvePath } from '../resolve-path.ts'
import type { SimpleCommand } from '../simple-command.ts'
import type { Behind } from './behind.ts'
import { fileOf, type ShellSession } from './session.ts'

/** Subcommands that run the script of their own name. */
const OWN_NAME = new Set(['test', 'start', 'stop', 'restart'])

/** `npm run NAME`, `npm test`, `yarn NAME`: the scripts of a `package.json` the run wrote, with those that go before and after; null for any other. */
export function behindPackageScript({ args, name: program }: SimpleCommand, session: ShellSession): Behind | null {
  const [verb = '', name = ''] = args.filter((word) => !word.startsWith('-'))
  const isNamed = /^(?:run|run-script)$/.test(verb)
  const script = isNamed ? name : OWN_NAME.has(verb) || program === 'yarn' ? verb : ''
  const text = script === '' ? undefined : fileOf(session, resolvePath(session.folder, 'package.json'))
  if (text === undefined) return null
  const lines = [`pre${script}`, script, `post${script}`].flatMap((key) => lineOf(text, key))
  return lines.length === 0 ? null : { kind: 'script', script: lines.join('\n'), positional: [], input: null }
}

/** A script by its name: found in the text, which may be a piece of the file. */
function lineOf(text: string, name: string): string[] {
  const at = text.indexOf(`${JSON.stringify(name)}:`)
  const written = at === -1 ? null : /^\s{0,20}("(?:[^"\\\n]|\\.){0,2000}")/.exec(text.slice(at + name.length + 3, at + name.length + 3000))
  if (!written?.[1]) return []
  try {
    const line: unknown = JSON.parse(written[1])
    return typeof line === 'string' ? [line] : []
  } catch {
    return []
  }
}
