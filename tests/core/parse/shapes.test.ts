import { describe, expect, it } from 'vitest'
import { detectShape } from '#parse'
import type { Json, JsonObject } from '#record'
import {
  buildCall,
  buildConversation,
  buildIdentity,
  buildMessage,
  buildMetadata,
  buildR1,
  buildR3,
  buildTurn,
  GOLD,
  PATCH,
  parseExample,
} from '../../support/rows.ts'

const NO_LABEL = ({ resolved: _, ...row }: JsonObject): JsonObject => row
const conversation = buildConversation()

const r2 = { ...buildIdentity(), trajectory: conversation, tools: [], metadata: buildMetadata(), hf_dataset_name: 'org/set' }
const nebiusTurns: Json = [
  { role: 'system', system_prompt: 'You are.', text: null, mask: false, cutoff_date: '2024' },
  { role: 'user', system_prompt: null, text: 'Fix it.', mask: false, cutoff_date: null },
  { role: 'ai', system_prompt: null, text: 'Look.\n```\nls\n```', mask: true, cutoff_date: null },
  { role: 'user', system_prompt: null, text: 'a.py\n(Open file: n/a)', mask: false, cutoff_date: null },
]

/** One row a shape: what is named differently there. */
const ROWS: Record<string, JsonObject> = {
  R1: buildR1(),
  R2: r2,
  R2b: { ...buildIdentity(), messages: conversation, tools: [], metadata: buildMetadata() },
  R3: buildR3(),
  'swe-rebench-openhands': { ...buildIdentity(), trajectory: conversation, tools: [], model_patch: PATCH, exit_status: 'submit' },
  'nebius-swe-agent': {
    instance_id: 'owner__repo-1',
    model_name: 'llama-70b',
    target: true,
    trajectory: nebiusTurns,
    exit_status: 'submitted',
    generated_patch: PATCH,
    eval_logs: 'log',
  },
  'swe-smith': {
    messages: JSON.stringify(conversation),
    instance_id: 'owner__repo-1',
    resolved: true,
    model: 'claude',
    traj_id: 'run-1',
    patch: PATCH,
  },
  'swe-gym-openhands': {
    instance_id: 'owner__repo-1',
    run_id: 'r',
    resolved: true,
    messages: conversation,
    tools: [{ type: 'function' }],
    test_result: { git_patch: PATCH, log: 'x' },
  },
  'swe-zero': { ...NO_LABEL(buildIdentity()), trajectory: conversation, model_patch: PATCH, dataset: 'org/set' },
  coderforge: { trajectory_id: 'run-1', messages: JSON.stringify(conversation), tools: '[{"type":"function"}]', reward: 1.0, image: 'i' },
  'swe-agent-traj': {
    trajectory: [{ action: 'ls', observation: 'a.py', response: 'Look.', thought: 'Look.', state: {} }],
    history: [{ role: 'system', content: 'You are.', agent: 'main' }],
    info: { submission: PATCH, exit_status: 'submitted' },
  },
  'mini-swe-agent-traj': {
    info: { submission: PATCH, exit_status: 'Submitted', config: { model: { model_name: 'gemini' } } },
    messages: [{ role: 'system', content: 'You are.' }],
    trajectory_format: 'mini-swe-agent-1',
    instance_id: 'owner__repo-1',
  },
  'openhands-output': { instance_id: 'owner__repo-1', instruction: 'Fix.', history: [], test_result: { git_patch: PATCH } },
}

describe('telling shapes', () => {
  it.each(Object.entries(ROWS))('%s is told by its columns', (shape, row) => {
    expect(detectShape(row)).toEqual({ kind: 'shape', shape })
  })

  it.each(Object.entries(ROWS).filter(([shape]) => shape !== 'coderforge'))('%s gives its patch', (_, row) => {
    expect(parseExample(row).patch).toBe(PATCH)
  })

  it('lists the columns found when none fits', () => {
    const found = detectShape({ a: 1, b: 2 })
    expect(found).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('these columns: a, b.') })
  })
})

describe('the releases of Open-SWE-Traces', () => {
  it('say the same of one run', () => {
    const of = (row: JsonObject) => {
      const { patch, messages, resolved, category, harness } = parseExample(row)
      return { patch, messages, resolved, category, harness }
    }
    expect(of(r2)).toEqual(of(buildR1()))
    expect(of(buildR3())).toEqual(of(buildR1()))
  })

  it('keep the gold patch apart and both patches out of metadata', () => {
    const example = parseExample(buildR3())
    expect(example.referencePatch).toBe(GOLD)
    expect(JSON.stringify([example.metadata, example.extra])).not.toContain('diff --git')
    expect(example.metadata.model_patch).toEqual({ num_modified_files: 1, num_modified_lines: 2 })
  })

  it('may write metadata as a JSON text, patches as plain texts and patches as null', () => {
    const text = parseExample(buildR3({ metadata: JSON.stringify(buildR3().metadata) }))
    expect(text).toMatchObject({ shape: 'R3', patch: PATCH, teacherModel: 'org/teacher' })
    const plain = parseExample({ ...r2, metadata: { model_patch: PATCH, reference_patch: GOLD, category: null } })
    expect(plain).toMatchObject({ patch: PATCH, referencePatch: GOLD, metadata: { category: null } })
    const none = parseExample({ ...r2, metadata: { model_patch: null, reference_patch: null } })
    expect(none).toMatchObject({ patch: null, referencePatch: null })
  })

  it('tell an empty patch from a missing one', () => {
    expect(parseExample(buildR1({ model_patch: '' })).patch).toBe('')
    expect(parseExample(buildR1({ model_patch: null })).patch).toBeNull()
  })

  it('open tools written as JSON texts', () => {
    expect(parseExample(buildR3({ tools: ['{"type":"function"}', { type: 'x' }, 'words'] })).tools).toEqual([
      { type: 'function' },
      { type: 'x' },
      'words',
    ])
  })
})

describe('relatives', () => {
  it('nebius SWE-agent: texts, the ai role and the target', () => {
    const example = parseExample(ROWS['nebius-swe-agent'] ?? {})
    expect(example).toMatchObject({ harness: 'sweagent', model: 'llama-70b', resolved: 1, resolvedRaw: true, extra: { eval_logs: 'log' } })
    expect(example.messages.map(({ role, content }) => [role, content])).toEqual([
      ['system', 'You are.'],
      ['user', 'Fix it.'],
      ['assistant', 'Look.\n```\nls\n```'],
      ['user', 'a.py\n(Open file: n/a)'],
    ])
    expect(example.messages[2]).toMatchObject({
      calls: [{ act: { kind: 'shell', command: 'ls' }, resultIndex: 3 }],
      extra: { nebius_role: 'ai', mask: true },
    })
  })

  it('SWE-smith: messages as text, its own id column', () => {
    const example = parseExample(ROWS['swe-smith'] ?? {})
    expect(example).toMatchObject({ id: 'run-1', harness: 'sweagent', model: 'claude', resolved: 1 })
    expect(example.messages).toHaveLength(conversation.length)
  })

  it('SWE-Gym: the patch once, the rest of the test result kept', () => {
    expect(parseExample(ROWS['swe-gym-openhands'] ?? {}).extra).toEqual({ run_id: 'r', test_result: { log: 'x' } })
  })

  it('CoderForge: reward as label, tools as one text', () => {
    const example = parseExample(ROWS.coderforge ?? {})
    expect(example).toMatchObject({
      resolved: 1,
      resolvedRaw: 1,
      harness: 'openhands',
      tools: [{ type: 'function' }],
      extra: { image: 'i' },
    })
    expect(parseExample({ ...ROWS.coderforge, reward: 0.5 }).resolved).toBe(0)
  })

  it('SWE-Zero: no label, the dataset named', () => {
    expect(parseExample(ROWS['swe-zero'] ?? {})).toMatchObject({ resolved: -1, harness: 'openhands', extra: { dataset: 'org/set' } })
  })

  it('SWE-agent .traj: steps the history lacks are taken from the trajectory', () => {
    const example = parseExample(ROWS['swe-agent-traj'] ?? {}, { file: 'runs/owner__repo-9.traj' })
    expect(example).toMatchObject({
      instanceId: 'owner__repo-9',
      harness: 'sweagent',
      metadata: { exit_status: 'submitted' },
      extra: { trajectory: [{ state: {} }] },
    })
    expect(example.messages.map(({ role }) => role)).toEqual(['system', 'assistant', 'user'])
    expect(example.messages[1]).toMatchObject({
      reasoning: 'Look.',
      calls: [{ protocol: 'action', act: { kind: 'shell', command: 'ls' }, resultIndex: 2 }],
    })
    expect(example.notes.join()).toContain('"trajectory" only')
  })

  it('mini-swe-agent .traj.json: the model of its config, reasoning beside the message', () => {
    const answer = { response: { choices: [{ message: { reasoning: 'Hm.' } }] } }
    const messages = [{ role: 'assistant', content: '```bash\nls\n```', extra: answer }]
    const example = parseExample({ ...ROWS['mini-swe-agent-traj'], messages })
    expect(example).toMatchObject({
      harness: 'minisweagent',
      model: 'gemini',
      teacherModel: 'gemini',
      metadata: { exit_status: 'Submitted' },
    })
    expect(example.messages[0]).toMatchObject({
      reasoning: 'Hm.',
      calls: [{ act: { kind: 'shell', command: 'ls' } }],
      extra: { extra: answer },
    })
  })

  it('OpenHands output: events and pairs become the same turns', () => {
    const ask = { id: 0, source: 'user', action: 'message', args: { content: 'Fix it.' } }
    const run = { id: 1, source: 'agent', action: 'run', args: { command: 'ls', thought: 'Look.' } }
    const seen = { id: 2, source: 'agent', observation: 'run', content: 'a.py', cause: 1, extras: { exit_code: 2 } }
    const row = (history: Json): JsonObject => ({ ...ROWS['openhands-output'], history })
    const { messages } = parseExample(row([ask, run, seen]))
    expect(messages.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'Fix it.'],
      ['assistant', 'Look.'],
      ['tool', 'a.py'],
    ])
    expect(messages[1]?.calls).toMatchObject([{ act: { kind: 'shell', command: 'ls' }, resultIndex: 2 }])
    expect(messages[2]?.result).toEqual({ call: { messageIndex: 1, callIndex: 0 }, exitCode: 2, isError: true, isTruncated: false })
    expect(parseExample(row([ask, [run, seen]])).messages).toEqual(messages)
  })

  it('OpenHands output: the gold patch of the instance is kept apart', () => {
    const example = parseExample({ ...ROWS['openhands-output'], instance: { patch: GOLD, version: '1' } })
    expect(example).toMatchObject({ referencePatch: GOLD, extra: { instance: { version: '1' }, test_result: {} } })
  })

  it('answers by id where turns have ids, whatever their order', () => {
    const trajectory = [
      buildTurn(buildCall('execute_bash', { command: 'a' }, 'c1'), buildCall('execute_bash', { command: 'b' }, 'c2')),
      buildMessage('tool', 'of b', { tool_call_id: 'c2', name: 'execute_bash' }),
      buildMessage('tool', 'of a', { tool_call_id: 'c1', name: 'execute_bash' }),
    ]
    const example = parseExample({ ...ROWS['swe-rebench-openhands'], trajectory })
    expect(example.messages[0]?.calls.map((call) => call.resultIndex)).toEqual([2, 1])
    expect(example.messages[1]).toMatchObject({
      name: 'execute_bash',
      toolCallId: 'c2',
      result: { call: { messageIndex: 0, callIndex: 1 } },
    })
  })
})
