import type { Scope } from './expand-word.ts'
import { type Frame, innerFrame, MAX_DEPTH, type Run, spanOf } from './run.ts'
import { runSubstitutions, runTree } from './run-tree.ts'
import { keep } from './session.ts'
import { UNKNOWN } from './unknown.ts'

/** What the words of a command are looked up in; substitutions in them are run. */
export function scopeOf(frame: Frame, command: { pos: number; end: number }, run: Run): Scope {
  return {
    variable: (name) => run.session.variables.get(name),
    positional: run.positional,
    afford: (length) => {
      run.characters -= length
      return run.characters >= 0
    },
    arithmetic: (text) => {
      runSubstitutions(text, { ...frame, base: null, span: spanOf(frame, command) }, run)
    },
    substitute: (part) => {
      if (!part.script || run.depth >= MAX_DEPTH) return UNKNOWN
      const inner: Frame =
        part.script.source === undefined
          ? frame
          : innerFrame(part.script.source, { ...frame, base: null, span: spanOf(frame, command) }, command)
      const { folder } = run.session
      run.depth += 1
      const printed = runTree(part.script, null, inner, run)
      run.depth -= 1
      run.session.folder = folder
      return part.type === 'ProcessSubstitution' ? fileOfOutput(printed, run) : printed.replace(/\n{1,1000}$/, '')
    },
  }
}

/** A process substitution is a file for the command that gets it. */
function fileOfOutput(printed: string, run: Run): string {
  const path = `/dev/fd/${100 + run.session.files.size}`
  keep(run.session.files, path, printed)
  return path
}
