import type { SimpleCommand } from '../simple-command.ts'
import { innerOf } from '../unwrap-command.ts'
import type { Behind } from './behind.ts'
import { behindInterpreter, behindShell } from './behind-interpreter.ts'
import { interpreterOf } from './code-language.ts'
import type { ShellSession } from './session.ts'
import { SPECIAL } from './special-programs.ts'

/** What a command runs when it is only a wrapper, a shell or an interpreter; null for a command that does its own work. */
export function behindWrapper(command: SimpleCommand, session: ShellSession): Behind | null {
  const special = SPECIAL.get(command.name)?.(command, session)
  if (special) return special
  const language = interpreterOf(command.name)
  if (language === 'shell') return behindShell(command, session)
  if (language) return behindInterpreter(command, language, session)
  const inner = innerOf(command)
  return inner ? { kind: 'words', words: [inner.program, ...inner.args] } : null
}
