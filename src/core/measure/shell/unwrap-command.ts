import { baseName, type SimpleCommand } from './simple-command.ts'

/** A command itself, or the script a shell was asked to run. */
export type Unwrapped = { kind: 'command'; command: SimpleCommand } | { kind: 'script'; script: string }

/** Wrappers with those of their options that take the next word; `operands` words of their own stand before the command. */
const WRAPPERS: Record<string, { valued: string[]; operands: number; subcommand?: string }> = {
  builtin: { valued: [], operands: 0 },
  command: { valued: [], operands: 0 },
  conda: { valued: ['-n', '-p', '--name', '--prefix'], operands: 0, subcommand: 'run' },
  coverage: { valued: ['--source', '--rcfile'], operands: 0, subcommand: 'run' },
  env: { valued: ['-u', '-C', '-S'], operands: 0 },
  exec: { valued: ['-a'], operands: 0 },
  hatch: { valued: ['-e', '--env'], operands: 0, subcommand: 'run' },
  nice: { valued: ['-n'], operands: 0 },
  nohup: { valued: [], operands: 0 },
  npx: { valued: ['-p', '--package'], operands: 0 },
  bunx: { valued: [], operands: 0 },
  pdm: { valued: ['-p'], operands: 0, subcommand: 'run' },
  pipenv: { valued: [], operands: 0, subcommand: 'run' },
  poetry: { valued: ['-C'], operands: 0, subcommand: 'run' },
  stdbuf: { valued: ['-i', '-o', '-e'], operands: 0 },
  sudo: { valued: ['-u', '-g', '-C', '-D'], operands: 0 },
  time: { valued: ['-f', '-o'], operands: 0 },
  timeout: { valued: ['-s', '-k', '--signal', '--kill-after'], operands: 1 },
  uv: { valued: ['--with', '-p', '--python', '--extra', '--group'], operands: 0, subcommand: 'run' },
  xargs: { valued: ['-I', '-n', '-P', '-L', '-d', '-a', '-s'], operands: 0 },
  'xvfb-run': { valued: ['-s', '-n'], operands: 0 },
}

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
function innerOf(command: SimpleCommand): SimpleCommand | null {
  const wrapper = Object.hasOwn(WRAPPERS, command.name) ? WRAPPERS[command.name] : undefined
  if (!wrapper) return null
  const { args } = command
  if (wrapper.subcommand !== undefined && args[0] !== wrapper.subcommand) return null
  let at = wrapper.subcommand === undefined ? 0 : 1
  while (isOption(args[at])) at += wrapper.valued.includes(args[at] ?? '') ? 2 : 1
  const [program, ...rest] = args.slice(at + wrapper.operands)
  return program === undefined ? null : { ...command, name: baseName(program), program, args: rest }
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
