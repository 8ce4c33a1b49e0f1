import type { CallView } from '../types.ts'
import { visibleText } from './split-text.ts'

const LONGEST = 80

/** A call in a few words, as the outline names it: `grep -rn isBlank`, `edit StringUtils.java`, `view src/lang`. */
export function titleOfCall(call: Pick<CallView, 'name' | 'act'>): string {
  const { act } = call
  switch (act.kind) {
    case 'shell':
      return shorten(writtenFile(act.command) ?? titleOfCommand(act.command)) || call.name
    case 'edit':
      return shorten(`${act.change.kind === 'replace' ? 'edit' : act.change.kind} ${baseName(act.path)}`)
    case 'view':
      return shorten(`view ${baseName(act.path)}`)
    case 'think':
      return 'think'
    case 'finish':
      return shorten(call.name) || 'finish'
    case 'other':
      return shorten(call.name) || 'unnamed call'
  }
}

/** `write reproduce.py` for a file written with a here-document, whichever way round its redirections stand. */
function writtenFile(command: string): string | null {
  const start = command.slice(0, 400)
  const found = /^\s*(?:cd\s+\S+\s*&&\s*)?cat\s+(?:<<-?\s*\S+\s*>{1,2}\s*([^\s;&|]+)|>{1,2}\s*([^\s;&|]+)\s*<<)/.exec(start)
  const path = found?.[1] ?? found?.[2]
  return path === undefined ? null : `write ${baseName(path.replace(/['"]/g, ''))}`
}

/**
 * The telling part of a command: its first line that does something, without `cd … &&`, assignments in front and here-document
 * bodies.
 */
function titleOfCommand(command: string): string {
  const line = command
    .slice(0, 4000)
    .split(/\r?\n/)
    .map((one) => one.trim())
    .find((one) => one !== '' && !one.startsWith('#') && !/^(?:cd\s+\S+|set\s+[-+]\S+|export\s+\S+)$/.test(one))
  let rest = line ?? command.trim().slice(0, LONGEST)
  for (let i = 0; i < 8; i++) {
    const next = rest.replace(/^cd\s+\S+\s*(?:&&|;)\s*/, '').replace(/^(?:export\s+)?[A-Za-z_]\w*=\S*\s*(?:&&|;)?\s*(?=\S)/, '')
    if (next === rest) break
    rest = next
  }
  return rest
}

/** The last part of a path, whichever way its slashes lean. */
export function baseName(path: string): string {
  const parts = path.split(/[\\/]/).filter(Boolean)
  return parts.at(-1) ?? path
}

function shorten(text: string): string {
  const line = visibleText(text.slice(0, 4000)).replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}
