import { type Call, isJsonObject } from '#record'
import { resolvePath } from '../../shell/resolve-path.ts'
import { fileOf, keepFile, type ShellSession } from '../../shell/run/session.ts'

/** What a call gives to a shell or to a notebook. */
export interface CallScript {
  language: 'shell' | 'python'
  text: string
}

const NOTEBOOKS = /^(?:execute_)?i?python(?:_cell|_code)?$|^run_python$|^jupyter(?:_cell)?$/i

/** What a call runs: also one that ends the run may hold more than the words that end it (`echo COMPLETE_TASK... && git log`). */
export function scriptOf({ act, name, arguments: given }: Call): CallScript | null {
  if (act.kind === 'shell') return { language: 'shell', text: act.command }
  if (!isJsonObject(given)) return null
  const text = given.command ?? given.code
  if (typeof text !== 'string') return null
  if (act.kind === 'finish') return { language: 'shell', text }
  return act.kind === 'other' && NOTEBOOKS.test(name) ? { language: 'python', text } : null
}

/** Files an editor wrote may be run later. */
export function rememberEdit({ act }: Call, session: ShellSession): void {
  if (act.kind !== 'edit') return
  const path = resolvePath('', act.path)
  const before = fileOf(session, path)
  if (act.change.kind === 'create') keepFile(session, path, act.change.text)
  else if (act.change.kind === 'replace' && before !== undefined)
    keepFile(
      session,
      path,
      before.replace(act.change.before, () => afterOf(act.change)),
    )
  else if (act.change.kind !== 'undo') keepFile(session, path, `${before ?? ''}\n${afterOf(act.change)}\n`)
}

function afterOf(change: { kind: string; after?: string; text?: string }): string {
  return change.after ?? change.text ?? ''
}
