import { type Command, forEachChild, type Redirection, type SyntaxNode } from 'unbash'
import { type ParsedShell, parseShell, type ShellParser } from './parse-shell.ts'
import { baseName, type SimpleCommand } from './simple-command.ts'
import { unwrapCommand } from './unwrap-command.ts'

/** A script inside a script (`bash -c`, `eval`) is followed this deep. */
const MAX_DEPTH = 4

/** Every simple command of a shell script in written order, also those in `$(...)`, `bash -c` and `eval`. Never throws. */
export function listCommands(script: string, parse: ShellParser = parseShell): SimpleCommand[] {
  return listNested(script, 0, parse)
}

function listNested(script: string, depth: number, parse: ShellParser): SimpleCommand[] {
  return writtenCommands(parse(script)).flatMap((command) => {
    const unwrapped = unwrapCommand(command)
    if (unwrapped.kind === 'command') return [unwrapped.command]
    return depth < MAX_DEPTH ? listNested(unwrapped.script, depth + 1, parse) : []
  })
}

function writtenCommands({ source, tree }: ParsedShell): SimpleCommand[] {
  if (tree === null) return splitRoughly(source)
  try {
    const commands: SimpleCommand[] = []
    collect(tree, commands)
    return commands
  } catch {
    return splitRoughly(source)
  }
}

/** Walks without recursion: a script of 50,000 pipes is a deep tree. */
function collect(root: SyntaxNode, into: SimpleCommand[]): void {
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'Command') into.push(simpleCommand(node))
    const children: SyntaxNode[] = []
    forEachChild(node, (child) => children.push(child))
    for (const child of children.reverse()) open.push(child)
  }
}

function simpleCommand(command: Command): SimpleCommand {
  const words = command.args.map((word) => (word.type === 'Word' ? word.value : word.text))
  const targets = command.redirects.filter((redirect) => redirect.operator.includes('>'))
  const bodies = command.redirects.map((redirect) => (redirect.type === 'HereDoc' ? redirect.body.text : ''))
  const program = command.name?.value ?? ''
  return { name: baseName(program), program, args: words, writes: targets.flatMap(targetOf), input: bodies.join('') }
}

function targetOf(redirect: Redirection): string[] {
  return redirect.type === 'Redirect' && redirect.target ? [redirect.target.value] : []
}

/** What the parser cannot hold is cut at separators: quotes are lost, the first words are not. */
export function splitRoughly(script: string): SimpleCommand[] {
  return script
    .split(/[\n;|&]+/)
    .map((part) => part.trim().split(/\s+/))
    .map(([program = '', ...args]) => ({ name: baseName(program), program, args, writes: [], input: '' }))
}
