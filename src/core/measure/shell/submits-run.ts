import type { SimpleCommand } from './simple-command.ts'

/** What mini-swe-agent's commands print to hand their work in. */
const MARK = /^(?:COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT|MINI_SWE_AGENT_FINAL_OUTPUT)$/

/** True when one of the commands hands the work in: SWE-agent's `submit`, mini-swe-agent's `echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT`. */
export function submitsRun(commands: readonly SimpleCommand[]): boolean {
  return commands.some(
    ({ name, args }) => (name === 'submit' && args.length === 0) || (name === 'echo' && args.some((word) => MARK.test(word.trim()))),
  )
}
