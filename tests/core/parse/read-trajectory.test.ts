import { describe, expect, it } from 'vitest'
import { stepsOf } from '#parse'
import type { Call, CallAct, Json, JsonObject, Message, ResultFacts } from '#record'
import { buildCall, buildMessage, buildR1, buildTurn, parseExample } from '../../support/rows.ts'

/** Messages of a run in a harness. */
function read(harness: string, ...trajectory: JsonObject[]): Message[] {
  return parseExample(buildR1({ trajectory }), { config: harness, split: 'm' }).messages
}

/** Calls of one assistant text. */
function callsIn(harness: string, text: string): Call[] {
  return read(harness, buildMessage('assistant', text))[0]?.calls ?? []
}

/** What a structured call does. */
function act(name: string, given: Json): CallAct | undefined {
  return read('openhands', buildTurn(buildCall(name, given)))[0]?.calls[0]?.act
}

/** What an observation of a shell call says of itself. */
function facts(harness: string, text: string, role = 'tool'): ResultFacts | null | undefined {
  return read(harness, buildTurn(buildCall('bash', { command: 'x' })), buildMessage(role, text))[1]?.result
}

describe('text', () => {
  it.each<[string, Json, string]>([
    ['null', null, ''],
    ['text', 'a', 'a'],
    ['blocks', [{ type: 'text', text: 'a' }, 'b', { content: 'c' }, { type: 'image' }, null, { text: '', content: 'd' }], 'a\nb\nc\nd'],
    ['a number', 7, '7'],
    ['a truth', true, 'True'],
  ])('of %s is what the tutorial reads', (_, content, text) => {
    expect(read('openhands', buildMessage('user', content))[0]?.content).toBe(text)
  })

  it('keeps blocks that are more than text', () => {
    const blocks: Json = [{ type: 'image', url: 'x' }]
    expect(read('openhands', buildMessage('user', blocks))[0]?.extra).toEqual({ content: blocks })
    expect(read('openhands', buildMessage('user', [{ type: 'text', text: 'a' }]))[0]?.extra).toEqual({})
  })
})

describe('reasoning', () => {
  it.each<[string, JsonObject, string | null, JsonObject]>([
    ['none', { reasoning_content: null }, null, {}],
    ['an empty one', { reasoning_content: '' }, '', {}],
    ['think', { reasoning_content: null, think: 'Hm.' }, 'Hm.', {}],
    ['an empty field beside a full one', { reasoning_content: '', think: 'Hm.' }, 'Hm.', {}],
    ['two different ones', { reasoning_content: 'A', think: 'B' }, 'A', { think: 'B' }],
  ])('%s', (_, fields, reasoning, extra) => {
    expect(read('openhands', buildMessage('assistant', '', fields))[0]).toMatchObject({ reasoning, extra })
  })
})

describe('structured calls', () => {
  it('keep arguments as text and parsed, and note what does not parse', () => {
    const trajectory = [buildTurn(buildCall('execute_bash', '{"command": "ls"}', 'c1'), buildCall('execute_bash', '{"command'))]
    const example = parseExample(buildR1({ trajectory }))
    expect(example.messages[0]?.calls).toMatchObject([
      { id: 'c1', protocol: 'structured', argumentsText: '{"command": "ls"}', arguments: { command: 'ls' }, argumentsError: null },
      { id: null, argumentsText: '{"command', arguments: null, argumentsError: expect.any(String), act: { kind: 'other' } },
    ])
    expect(example.notes.join()).toContain('Arguments of call 1 in message 0 are not JSON')
  })

  it.each<[string, Json]>([
    ['null', null],
    ['empty', []],
  ])('may be %s', (_, calls) => {
    expect(read('openhands', buildMessage('assistant', 'hi', { tool_calls: calls }))[0]).toMatchObject({ calls: [], extra: {} })
  })

  it('that no one can read stay in the extra fields', () => {
    expect(read('openhands', buildMessage('assistant', 'hi', { tool_calls: 'ls' }))[0]?.extra).toEqual({ tool_calls: 'ls' })
  })

  it.each<[string, Json, CallAct]>([
    ['execute_bash', { command: 'ls' }, { kind: 'shell', command: 'ls' }],
    ['bash', { command: 'ls' }, { kind: 'shell', command: 'ls' }],
    ['bash', { command: 'echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT && git diff' }, { kind: 'finish' }],
    ['str_replace_editor', { command: 'view', path: '/a' }, { kind: 'view', path: '/a' }],
    [
      'str_replace_editor',
      { command: 'create', path: '/a', file_text: 'x' },
      { kind: 'edit', path: '/a', change: { kind: 'create', text: 'x' } },
    ],
    [
      'str_replace_editor',
      { command: 'str_replace', path: '/a', old_str: 'x' },
      { kind: 'edit', path: '/a', change: { kind: 'replace', before: 'x', after: '' } },
    ],
    [
      'str_replace_editor',
      { command: 'insert', path: '/a', insert_line: 3, new_str: 'x' },
      { kind: 'edit', path: '/a', change: { kind: 'insert', line: 3, text: 'x' } },
    ],
    ['str_replace_editor', { command: 'undo_edit', path: '/a' }, { kind: 'edit', path: '/a', change: { kind: 'undo' } }],
    ['str_replace_editor', { command: 'delete', path: '/a' }, { kind: 'other' }],
    ['think', { thought: 'Hm.' }, { kind: 'think', thought: 'Hm.' }],
    ['finish', {}, { kind: 'finish' }],
    ['submit', {}, { kind: 'finish' }],
    ['constructor', {}, { kind: 'other' }],
  ])('%s %j does what it says', (name, given, expected) => {
    expect(act(name, given)).toEqual(expected)
  })

  it("SWE-agent's edit is about the file opened last", () => {
    const messages = read(
      'sweagent',
      buildTurn(buildCall('edit', { search: 'x', replace: 'y' })),
      buildTurn(buildCall('open', { path: 'a.py' })),
      buildTurn(buildCall('edit', { search: 'x', replace: 'y' })),
      buildTurn(buildCall('create', { filename: 'b.py' })),
      buildTurn(buildCall('edit', { start_line: 1, end_line: 2, replacement_text: 'z' })),
    )
    expect(messages.map(({ calls }) => calls[0]?.act)).toEqual([
      { kind: 'other' },
      { kind: 'view', path: 'a.py' },
      { kind: 'edit', path: 'a.py', change: { kind: 'replace', before: 'x', after: 'y' } },
      { kind: 'edit', path: 'b.py', change: { kind: 'create', text: '' } },
      { kind: 'edit', path: 'b.py', change: { kind: 'replace', before: '', after: 'z' } },
    ])
  })
})

describe('calls written as text', () => {
  it('<function=...> with its parameters, an open end included', () => {
    const text =
      'Go.\n<function=execute_bash>\n<parameter=command>\nls -l\n</parameter>\n</function>\n<function=finish><parameter=message>done'
    expect(callsIn('openhands', text)).toMatchObject([
      { name: 'execute_bash', protocol: 'function-tag', arguments: { command: 'ls -l' }, act: { kind: 'shell', command: 'ls -l' } },
      { name: 'finish', arguments: { message: 'done' }, act: { kind: 'finish' } },
    ])
  })

  it('a parameter called __proto__ is a parameter', () => {
    const [call] = callsIn('openhands', '<function=x><parameter=__proto__>1</parameter></function>')
    expect(JSON.stringify(call?.arguments)).toBe('{"__proto__":"1"}')
  })

  it('<execute_bash>', () => {
    expect(callsIn('openhands', '<execute_bash>\nls\n</execute_bash>')).toMatchObject([
      { name: 'execute_bash', protocol: 'execute-tag', act: { kind: 'shell', command: 'ls' } },
    ])
  })

  it("<command> with SWE-agent's own commands", () => {
    const text = 'Now.\n<command>\nopen "a b.py" 7\n</command>'
    expect(callsIn('sweagent', text)).toMatchObject([{ name: 'open', protocol: 'command-tag', act: { kind: 'view', path: 'a b.py' } }])
    expect(callsIn('sweagent', '<command>\npython x.py\n</command>')).toMatchObject([
      { name: 'bash', act: { kind: 'shell', command: 'python x.py' } },
    ])
  })

  it('every bash fence for mini-swe-agent, the last of any kind for SWE-agent, none for OpenHands', () => {
    const text = 'A\n```bash\nls\n```\nB\n```\npwd\n```\nC\n```bash\ncat x\n```'
    const commands = (harness: string) => callsIn(harness, text).map((call) => call.act)
    expect(commands('minisweagent')).toEqual([
      { kind: 'shell', command: 'ls' },
      { kind: 'shell', command: 'cat x' },
    ])
    expect(commands('sweagent')).toEqual([{ kind: 'shell', command: 'cat x' }])
    expect(commands('openhands')).toEqual([])
  })

  it('fences are prose in a run with structured calls', () => {
    const messages = read('sweagent', buildTurn(buildCall('bash', { command: 'ls' })), buildMessage('assistant', '```bash\nls\n```'))
    expect(messages[1]?.calls).toEqual([])
  })

  it('an edit of lines ends at end_of_edit', () => {
    const [, second] = read(
      'sweagent',
      buildMessage('assistant', '```\nopen a.py\n```'),
      buildMessage('assistant', '```\nedit 4:4\ndef f():\n    pass\nend_of_edit\n```'),
    )
    expect(second?.calls[0]?.act).toEqual({
      kind: 'edit',
      path: 'a.py',
      change: { kind: 'replace', before: '', after: 'def f():\n    pass' },
    })
  })
})

describe('pairing', () => {
  const call = (command: string) => buildCall('bash', { command })
  const pairs = (messages: Message[]) =>
    messages.map(({ calls, result }) => [calls.map((item) => item.resultIndex), result?.call?.messageIndex])

  it('gives results without ids to the calls in order and leaves the rest open', () => {
    const messages = read('openhands', buildTurn(call('a'), call('b'), call('c')), buildMessage('tool', '1'), buildMessage('tool', '2'))
    expect(messages[0]?.calls.map((item) => item.resultIndex)).toEqual([1, 2, null])
    expect(messages[2]?.result?.call).toEqual({ messageIndex: 0, callIndex: 1 })
  })

  it('gives no late result to the calls of an earlier turn', () => {
    expect(
      pairs(read('openhands', buildTurn(call('a')), buildTurn(call('b')), buildMessage('tool', '1'), buildMessage('tool', '2'))),
    ).toEqual([
      [[null], undefined],
      [[2], undefined],
      [[], 1],
      [[], undefined],
    ])
  })

  it('takes a user turn for an answer where the harness answers as user, and never "please continue"', () => {
    const quiet = buildMessage('user', 'Your command ran successfully and did not produce any output.')
    expect(read('sweagent', buildTurn(call('a')), quiet)[1]?.result?.call).toEqual({ messageIndex: 0, callIndex: 0 })
    const go = buildMessage('user', 'Please continue working on the task.')
    expect(read('openhands', buildTurn(call('a')), go)[1]?.result).toBeNull()
    expect(read('openhands', buildTurn(call('a')), buildMessage('user', 'Thanks!'))[1]?.result).toBeNull()
  })

  it('gives one observation to all calls of a turn that wrote them as text', () => {
    const turn = buildMessage('assistant', '```bash\na\n```\n```bash\nb\n```')
    const messages = read('minisweagent', turn, buildMessage('user', 'Please always provide EXACTLY ONE action in triple backticks'))
    expect(messages[0]?.calls.map((item) => item.resultIndex)).toEqual([1, 1])
    expect(messages[1]?.result).toMatchObject({ call: { messageIndex: 0, callIndex: 0 }, isError: true })
  })

  it('makes steps of assistant turns with what answers them', () => {
    const messages = read(
      'openhands',
      buildMessage('user', 'go'),
      buildTurn(call('a'), call('b')),
      buildMessage('tool', '1'),
      buildMessage('tool', '2'),
      buildMessage('assistant', 'done'),
      buildMessage('tool', 'unasked'),
    )
    expect(stepsOf(messages)).toEqual([
      { number: 1, messageIndex: 1, resultIndexes: [2, 3] },
      { number: 2, messageIndex: 4, resultIndexes: [5] },
    ])
  })
})

describe('results', () => {
  it.each<[string, string, Partial<ResultFacts>]>([
    ['openhands', 'ok\n[The command completed with exit code 0.]\n[Current working directory: /w]', { exitCode: 0, isError: false }],
    ['openhands', 'EXECUTION RESULT of [execute_bash]:\nno\n[The command completed with exit code 2.]', { exitCode: 2, isError: true }],
    ['openhands', 'OBSERVATION:\nx # \n[Command finished with exit code -1]', { exitCode: -1, isError: true }],
    ['openhands', 'OBSERVATION:\nERROR:\nNo replacement was performed.', { exitCode: null, isError: true }],
    ['openhands', 'has ERROR: inside', { exitCode: null, isError: false }],
    ['openhands', `a\n[... Observation truncated due to length ...]\n${'b'.repeat(9000)}`, { isTruncated: true }],
    ['sweagent', 'OBSERVATION:\nfine', { exitCode: null, isError: false }],
    ['sweagent', 'OBSERVATION:\nTraceback (most recent call last):\n  File', { exitCode: null, isError: true }],
    ['sweagent', 'OBSERVATION:\nbash: foo: command not found', { isError: true }],
    ['sweagent', 'Your proposed edit has introduced new syntax error(s).', { isError: true }],
    ['sweagent', 'OBSERVATION:\nx <response clipped><NOTE>', { isTruncated: true }],
    [
      'minisweagent',
      '<returncode>0</returncode>\n<output>\nTraceback (most recent call last):\n</output>',
      { exitCode: 0, isError: false },
    ],
    ['minisweagent', '<returncode>127</returncode>\n<output>', { exitCode: 127, isError: true }],
    ['minisweagent', '<returncode>0</returncode>\n<warning>\nThe output of your last command was too long.', { isTruncated: true }],
    ['minisweagent', '{"returncode":0,"output":"a"}', { exitCode: 0, isError: false, isTruncated: false }],
    [
      'minisweagent',
      '{"returncode":1,"output_head":"a","output_tail":"b","elided_chars":9}',
      { exitCode: 1, isError: true, isTruncated: true },
    ],
    ['minisweagent', '{"returncode":-1,"output":"","exception_info":"TimeoutExpired"}', { exitCode: -1, isError: true }],
    ['minisweagent', 'The last command <command>x</command> timed out and has been killed.', { exitCode: null, isError: true }],
  ])('%s: %j', (harness, text, expected) => {
    expect(facts(harness, text)).toMatchObject(expected)
  })

  it('are read by every convention when the harness is unknown', () => {
    const trajectory = [buildTurn(buildCall('x', {})), buildMessage('tool', '{"returncode":3,"output":""}')]
    const message = parseExample(buildR1({ trajectory: [...trajectory] })).messages[1]
    expect(message?.result).toMatchObject({ exitCode: 3, isError: true })
  })
})
