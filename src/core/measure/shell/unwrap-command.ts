import { baseName, type SimpleCommand } from './simple-command.ts'

/** A command itself, or the script a shell was asked to run. */
export type Unwrapped = { kind: 'command'; command: SimpleCommand } | { kind: 'script'; script: string }

/** A program whose arguments name the one that does the work. */
interface Wrapper {
  /** Options that take the next word. */
  valued: readonly string[]
  /** Words of its own before the command. */
  operands: number
  /** Only with one of these it runs something. */
  subcommands?: readonly string[]
  /** A word that may stand before the subcommand: `docker compose run`. */
  group?: string
}

const plain: Wrapper = { valued: [], operands: 0 }
const runner = (...valued: string[]): Wrapper => ({ valued, operands: 0, subcommands: ['run'] })
const container: Wrapper = {
  valued:
    '-v --volume -e --env --env-file -w --workdir -u --user --name --network --entrypoint --platform -p --publish --mount -m --memory -f --file'.split(
      ' ',
    ),
  operands: 1,
  subcommands: ['run', 'exec'],
  group: 'compose',
}

const WRAPPERS = new Map<string, Wrapper>([
  ['builtin', plain],
  ['bundle', { valued: [], operands: 0, subcommands: ['exec'] }],
  ['bunx', plain],
  ['command', plain],
  ['conda', runner('-n', '-p', '--name', '--prefix')],
  ['coverage', runner('--source', '--rcfile')],
  ['docker', container],
  ['docker-compose', container],
  ['env', { valued: ['-u', '-C', '-S'], operands: 0 }],
  ['exec', { valued: ['-a'], operands: 0 }],
  ['hatch', runner('-e', '--env')],
  ['mamba', runner('-n', '-p', '--name', '--prefix')],
  ['micromamba', runner('-n', '-p', '--name', '--prefix')],
  ['nice', { valued: ['-n'], operands: 0 }],
  ['nohup', plain],
  ['npx', { valued: ['-p', '--package'], operands: 0 }],
  ['pdm', runner('-p')],
  ['pipenv', runner()],
  ['pixi', runner('-e', '--environment')],
  ['podman', container],
  ['poetry', runner('-C', '--directory')],
  ['rye', runner()],
  ['stdbuf', { valued: ['-i', '-o', '-e'], operands: 0 }],
  ['sudo', { valued: ['-u', '-g', '-C', '-D'], operands: 0 }],
  ['time', { valued: ['-f', '-o'], operands: 0 }],
  ['timeout', { valued: ['-s', '-k', '--signal', '--kill-after'], operands: 1 }],
  ['uv', runner('--with', '-p', '--python', '--extra', '--group', '--directory', '--project')],
  ['uvx', { valued: ['--with', '-p', '--python'], operands: 0 }],
  ['xargs', { valued: ['-I', '-n', '-P', '-L', '-d', '-a', '-s'], operands: 0 }],
  ['xvfb-run', { valued: ['-s', '-n'], operands: 0 }],
])

const SHELLS = new Set(['bash', 'sh', 'zsh', 'dash'])

/** Wrappers inside wrappers are followed this deep. */
const MAX_WRAPPERS = 8

/** Takes wrappers off a command until the program that does the work is left. */
export function unwrapCommand(command: SimpleCommand): Unwrapped {
  let current = command
  for (let taken = 0; taken < MAX_WRAPPERS; taken += 1) current = innerOf(current) ?? current
  const script = scriptOf(current)
  return script === null ? { kind: 'command', command: current } : { kind: 'script', script }
}

/** The command behind one wrapper; null for a command that is none. */
export function innerOf(command: SimpleCommand): SimpleCommand | null {
  const wrapper = WRAPPERS.get(command.name)
  if (!wrapper) return null
  const start = startOf(command.args, wrapper)
  const [program, ...rest] = start === null ? [] : command.args.slice(start + wrapper.operands)
  return program === undefined ? null : { ...command, name: baseName(program), program, args: rest }
}

/** Where a wrapper's own words end; null when it runs nothing. */
function startOf(args: string[], { valued, subcommands, group }: Wrapper): number | null {
  let at = afterOptions(args, 0, valued)
  if (subcommands === undefined) return at
  if (group !== undefined && args[at] === group) at = afterOptions(args, at + 1, valued)
  return subcommands.includes(args[at] ?? '') ? afterOptions(args, at + 1, valued) : null
}

function afterOptions(args: string[], from: number, valued: readonly string[]): number {
  let at = from
  while (isOption(args[at])) at += valued.includes(args[at] ?? '') ? 2 : 1
  return at
}

/** An option, or a variable set for the command. */
function isOption(word: string | undefined): boolean {
  return word !== undefined && (word.startsWith('-') || /^[A-Za-z_]\w*=/.test(word))
}

function scriptOf({ name, args }: SimpleCommand): string | null {
  if (name === 'eval') return args.join(' ')
  if (!SHELLS.has(name)) return null
  const flag = args.findIndex((word) => /^-[a-z]*c$/.test(word))
  return flag === -1 ? null : (args[flag + 1] ?? null)
}
