import type { Redirection } from 'unbash'
import { isPlainPath, resolvePath } from '../resolve-path.ts'
import { expandText, expandValue } from './expand-word.ts'
import { type Frame, type Run, spanOf } from './run.ts'
import { scopeOf } from './scope.ts'
import { fileOf, keepFile } from './session.ts'
import { UNKNOWN } from './unknown.ts'

/** What redirections put on standard input; null when they put nothing there. */
export function inputOf(redirects: readonly Redirection[], frame: Frame, run: Run): string | null {
  let input: string | null = null
  for (const redirect of redirects) {
    const scope = scopeOf(frame, redirect, run)
    if (redirect.type === 'HereDoc') input = redirect.body.parts ? expandText(redirect.body.parts, scope) : redirect.body.text
    else if (redirect.type === 'HereString') input = redirect.target ? `${expandValue(redirect.target, scope)}\n` : UNKNOWN
    else if (redirect.operator === '<' && redirect.target) {
      const path = expandValue(redirect.target, scope)
      const command = { name: 'open', program: 'open', args: [path], writes: [], input: '' }
      run.issue({ command, at: spanOf(frame, redirect), folder: run.session.folder })
      input = fileOf(run.session, resolvePath(run.session.folder, path)) ?? UNKNOWN
    }
  }
  return input
}

/** Sends what was printed where the redirections say; gives what still goes to the standard output. */
export function applyRedirects(redirects: readonly Redirection[], printed: string, frame: Frame, run: Run): string {
  let rest = printed
  for (const redirect of redirects) {
    if (redirect.type !== 'Redirect' || !redirect.target || !/^&?>[>|]?$/.test(redirect.operator)) continue
    const path = expandValue(redirect.target, scopeOf(frame, redirect, run))
    if (redirect.descriptor && !(redirect.descriptor.type === 'FileDescriptor' && redirect.descriptor.value === 1)) continue
    writeFile(run, path, printed, redirect.operator.endsWith('>>'))
    rest = ''
  }
  return rest
}

/** Remembers what a command wrote into a file it names. */
export function writeFile({ session }: Run, path: string, text: string, isAppending: boolean): void {
  if (!isPlainPath(path) || path === '/dev/null') return
  const whole = resolvePath(session.folder, path)
  keepFile(session, whole, isAppending ? (fileOf(session, whole) ?? '') + text : text)
}
