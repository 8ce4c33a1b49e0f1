import { buildCall, buildMessage, buildR1, buildTurn, parseExample } from '../../../support/rows.ts'

/** What an agent does to the one file of a made-up run. */
export type Move =
  | { kind: 'create'; text: string }
  | { kind: 'replace'; line: number; lines: number; by: string[] }
  | { kind: 'insert'; line: number; text: string }
  | { kind: 'undo' }
  | { kind: 'view'; first: number; last: number }
  | { kind: 'viewAll' }
  | { kind: 'checkout'; lines: string[] }

const PATH = '/repo/a.py'

/**
 * Plays moves with an editor that answers as `str_replace_editor` does (github.com/anthropics/anthropic-quickstarts, edit.py: `cat -n` snippets of four
 * lines around). Gives the run and the file's lines after each step.
 */
export function playEditor(start: readonly string[], moves: readonly Move[]) {
  const messages = [buildMessage('system', 'You edit.'), buildMessage('user', 'Go.')]
  const truth: string[][] = [[...start]]
  const history: string[][] = []
  let now = [...start]
  const say = (given: Record<string, unknown>, answer: string) => {
    const isShell = 'sh' in given
    messages.push(
      buildTurn(
        isShell
          ? buildCall('execute_bash', { command: String(given.sh) })
          : buildCall('str_replace_editor', { path: PATH, ...given } as never),
      ),
      buildMessage('tool', isShell ? `${answer}\n[The command completed with exit code 0.]` : answer),
    )
    truth.push([...now])
  }
  const edited = (next: string[], given: Record<string, unknown>, around: [number, number]) => {
    history.push(now)
    now = next
    const first = Math.max(1, around[0] - 4)
    const snippet = numbered(now, first, Math.min(now.length, around[1] + 4))
    say(
      given,
      `The file ${PATH} has been edited. Here's the result of running \`cat -n\` on a snippet of ${PATH}:\n${snippet}\nReview the changes and make sure they are as expected. Edit the file again if necessary.`,
    )
  }
  for (const move of moves) {
    if (move.kind === 'create') {
      history.push(now)
      now = move.text.split('\n')
      say({ command: 'create', file_text: `${move.text}\n` }, `File created successfully at: ${PATH}`)
    } else if (move.kind === 'replace') {
      const old = now.slice(move.line - 1, move.line - 1 + move.lines)
      const text = `${now.join('\n')}\n`
      const before = old.join('\n')
      const isUnique =
        old.length > 0 && before !== '' && text.split(before).length === 2 && text.indexOf(before, text.indexOf(before) + 1) === -1
      const given = { command: 'str_replace', old_str: before, new_str: move.by.join('\n') }
      if (!isUnique) say(given, `ERROR:\nNo replacement was performed. Multiple occurrences of old_str in ${PATH}.`)
      else {
        const next = text
          .replace(before, () => move.by.join('\n'))
          .slice(0, -1)
          .split('\n')
        edited(next, given, [move.line, move.line + move.by.length - 1])
      }
    } else if (move.kind === 'insert') {
      const at = Math.min(move.line, now.length)
      edited(
        [...now.slice(0, at), ...move.text.split('\n'), ...now.slice(at)],
        { command: 'insert', insert_line: at, new_str: move.text },
        [at + 1, at + move.text.split('\n').length],
      )
    } else if (move.kind === 'undo') {
      const last = history.pop()
      if (!last) say({ command: 'undo_edit' }, `ERROR:\nNo edit history found for ${PATH}.`)
      else {
        now = last
        say(
          { command: 'undo_edit' },
          `Last edit to ${PATH} undone successfully. Here's the result of running \`cat -n\` on ${PATH}:\n${numbered(now, 1, now.length)}`,
        )
      }
    } else if (move.kind === 'checkout') {
      now = [...move.lines]
      history.length = 0
      say({ sh: 'git checkout -- .' }, '')
    } else {
      const [first, last] =
        move.kind === 'viewAll'
          ? [1, now.length]
          : [Math.min(move.first, now.length), Math.min(Math.max(move.first, move.last), now.length)]
      const range = move.kind === 'viewAll' ? {} : { view_range: [first, last] }
      say({ command: 'view', ...range }, `Here's the result of running \`cat -n\` on ${PATH}:\n${numbered(now, first, last)}`)
    }
  }
  return { path: PATH, truth, example: parseExample(buildR1({ trajectory: messages })) }
}

function numbered(lines: readonly string[], first: number, last: number): string {
  return lines
    .slice(first - 1, last)
    .map((line, i) => `${String(first + i).padStart(6)}\t${line}`)
    .join('\n')
}
