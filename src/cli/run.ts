import { CommanderError } from 'commander'
import { createProgram } from './create-program.ts'
import { faultLines, faultOf } from './fault-lines.ts'
import type { Places } from './places.ts'
import type { Terminal } from './terminal.ts'

/** Exit codes scripts depend on. */
const DONE = 0
const FAILED = 1
const WRONG_USAGE = 2

/** Runs one command line (without node and script). Answers the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function run(args: string[], terminal: Terminal, places: Places): Promise<number> {
  const session = { terminal, places, exitCode: DONE }
  try {
    await createProgram(session).parseAsync(args, { from: 'user' })
    return session.exitCode
  } catch (error) {
    // Commander has printed its message; asking for help or the version is no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
    terminal.note(faultLines(faultOf(error)))
    return FAILED
  }
}
