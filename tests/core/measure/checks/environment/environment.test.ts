import { describe, expect, it } from 'vitest'
import { environment } from '../../../../../src/core/measure/checks/environment/environment.ts'
import { buildCall, buildExample, type MessageSketch, turn } from '../../../../support/examples.ts'
import { findIn, kindsIn, numbersOf } from '../../../../support/findings.ts'

const END: MessageSketch = { calls: [buildCall({ kind: 'finish' })] }

/** A run of one command with this answer, handed in. */
function answered(harness: string | null, content: string, exitCode: number | null = null) {
  const [call = {}, answer = {}] = turn(0, { kind: 'shell', command: 'make' }, { exitCode })
  return buildExample({ harness, messages: [call, { ...answer, content }, END] })
}

const GATEWAY = '[Runtime (ID=1-2)] Action execution failed: 504 Server Error: Gateway Timeout for url: https://host/execute_action'

describe('words of the harness', () => {
  it.each([
    ['openhands', GATEWAY, 'runtime-error'],
    ['openhands', `OBSERVATION:\n${GATEWAY}`, 'runtime-error'],
    ['openhands', 'Runtime failed to return execute_action before the requested timeout of 120s', 'runtime-error'],
    ['openhands', 'AgentRuntimeDisconnectedError: the server is gone', 'runtime-error'],
    ['openhands', 'a\n[The command timed out after 120.0 seconds. You may wait longer ...]', 'command-timeout'],
    ['openhands', 'a\n[Command timed out. Sending SIGINT to the process]', 'command-timeout'],
    ['sweagent', 'ls\nCOMMAND FAILED TO EXECUTE. RESTARTING PROCESS.', 'runtime-error'],
    ['sweagent', 'BROKEN PIPE ERROR. RESTARTING PROCESS.', 'runtime-error'],
    ['sweagent', 'a\nEXECUTION TIMED OUT AND INTERRUPT FAILED. RESTARTING PROCESS.', 'runtime-error'],
    ['sweagent', 'a\nEXECUTION TIMED OUT', 'command-timeout'],
    ['sweagent', "OBSERVATION:\nThe command 'make\nall' was cancelled because it took more than 300 seconds.", 'command-timeout'],
    ['minisweagent', 'The last command <command>make</command> timed out and has been killed.', 'command-timeout'],
    [
      'minisweagent',
      '{"returncode": -1, "output": "", "exception_info": "Command \'make\' timed out after 60 seconds"}',
      'command-timeout',
    ],
    ['minisweagent', '{"returncode": -1, "output": "", "exception_info": "RuntimeError: container is not running"}', 'runtime-error'],
    ['minisweagent', '<exception>docker: container is not running</exception>', 'runtime-error'],
    [null, GATEWAY, 'runtime-error'],
    ['homemade', 'litellm.exceptions.RateLimitError: slow down', 'model-error'],
    ['openhands', 'litellm.APIError: bad gateway', 'model-error'],
  ])('of %s: %j', (harness, content, kind) => {
    expect(kindsIn(environment, answered(harness, content))).toEqual([kind])
  })

  it.each([
    ['openhands', `Traceback (most recent call last):\n  File "a.py", line 1\n${GATEWAY}`],
    ['openhands', 'ConnectionError: connection refused'],
    ['openhands', 'Traceback (most recent call last):\nlitellm.APIError: in a test'],
    ['openhands', 'ERROR:\nNo replacement was performed'],
    ['sweagent', GATEWAY],
    ['sweagent', 'print("EXECUTION TIMED OUT")'],
    ['minisweagent', '{"returncode": 0, "output": "\\"exception_info\\": \\"x\\""}'],
    ['minisweagent', '{"returncode": null, "output": "a", "exception_info": ""}'],
  ])('are not a program’s: %s, %j', (harness, content) => {
    expect(kindsIn(environment, answered(harness, content))).toEqual([])
  })

  it('are not looked for above a command that ended by itself, but for a footer', () => {
    expect(kindsIn(environment, answered('openhands', GATEWAY, 1))).toEqual([])
    expect(
      kindsIn(
        environment,
        answered('openhands', '^C\n[Command timed out after 300 seconds. SIGINT was sent to interrupt the command.]', 130),
      ),
    ).toEqual(['command-timeout'])
  })

  it('are nobody’s in the task', () => {
    const example = buildExample({ harness: 'openhands', messages: [{ role: 'user', content: GATEWAY }, END] })
    expect(kindsIn(environment, example)).toEqual([])
  })

  it('are shown at their place, with the call', () => {
    const [found] = findIn(environment, answered('openhands', `OBSERVATION:\n${GATEWAY}\nmore`))
    expect(found).toMatchObject({
      quote: GATEWAY,
      at: { messageIndex: 1, start: 13 },
      parts: [{ what: 'earlier', at: { messageIndex: 0, call: 0 } }],
    })
  })

  it('are counted, commands that ran too long apart', () => {
    const late = answered('sweagent', 'EXECUTION TIMED OUT')
    expect(numbersOf(environment, late)).toEqual({ environment_errors: 0, command_timeouts: 1 })
    expect(numbersOf(environment, answered('openhands', GATEWAY))).toEqual({ environment_errors: 1, command_timeouts: 0 })
  })
})

describe('the end of a run', () => {
  const ls = turn(0, { kind: 'shell', command: 'ls' })

  it.each([
    ['exit_cost', 'cap-hit', 0],
    ['submitted (exit_context)', 'cap-hit', 0],
    ['LimitsExceeded', 'cap-hit', 0],
    ['exit_environment_error', 'ended-in-error', 1],
    ['RetryError', 'ended-in-error', 1],
    ['exit_format', 'given-up', 0],
    ['AgentStuckInLoopError: Agent got stuck in a loop', 'given-up', 0],
  ])('by exit status %s is %s', (status, kind, count) => {
    const example = buildExample({ messages: ls, metadata: { exit_status: status } })
    expect(findIn(environment, example)).toMatchObject([
      { kind, certainty: 'certain', text: expect.stringContaining(status), at: { messageIndex: 1 } },
    ])
    expect(numbersOf(environment, example).environment_errors).toBe(count)
  })

  it('by the last messages is less sure', () => {
    expect(findIn(environment, buildExample({ messages: ls }))).toMatchObject([{ kind: 'left-open', certainty: 'likely', quote: 'done' }])
    expect(findIn(environment, buildExample({ messages: [...ls, { content: 'Done.' }] }))).toMatchObject([
      { kind: 'not-handed-in', quote: 'Done.' },
    ])
    const dangling = buildExample({ messages: [{ calls: [buildCall({ kind: 'shell', command: 'ls' })] }] })
    expect(findIn(environment, dangling)).toMatchObject([{ kind: 'left-open', at: { field: 'arguments', call: 0 } }])
  })

  it('is nothing to tell of a run that was handed in, or has no agent', () => {
    expect(kindsIn(environment, buildExample({ messages: [...ls, END] }))).toEqual([])
    expect(kindsIn(environment, buildExample({ messages: [{ role: 'user', content: 'go' }] }))).toEqual([])
  })
})
