import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHashOf, indexOf, parseRow } from '#parse'
import { isJsonObject, type Json } from '#record'
import { buildConversation, buildMessage, buildR1, buildR3, buildRaw, buildTurn, parseExample, parseRejection } from '../../support/rows.ts'

describe('an example', () => {
  it('is called by its trajectory id, trimmed', () => {
    expect(parseExample(buildR1({ trajectory_id: ' run-7 ' })).id).toBe('run-7')
  })

  it.each([
    ['missing', null],
    ['empty', '  '],
    ['too long', 'x'.repeat(201)],
    ['with control characters', 'a\nb'],
    ['a lone surrogate', 'a\ud800'],
  ])('is called by its content when the trajectory id is %s', (_, id) => {
    const example = parseExample(buildR1({ trajectory_id: id }))
    expect(example.id).toBe(`row-${example.contentHash.slice(0, 16)}`)
  })

  it('hashes the row whatever the order of its keys', () => {
    const row = buildR1()
    const turned = Object.fromEntries(Object.entries(row).reverse())
    expect(parseExample(turned).contentHash).toBe(parseExample(row).contentHash)
    expect(parseExample(buildR1({ extra: 1 })).contentHash).not.toBe(parseExample(row).contentHash)
    expect(parseExample(row).contentHash).toBe(contentHashOf(row))
  })

  it('keeps columns and message fields no shape names', () => {
    const messages = [buildMessage('user', 'hi', { cache: { ttl: 5 } })]
    const example = parseExample(buildR3({ messages, reward_model: { score: 0.5 } }))
    expect(example.extra).toEqual({ hf_dataset_name: 'org/set', reward_model: { score: 0.5 } })
    expect(example.messages[0]?.extra).toEqual({ cache: { ttl: 5 } })
  })

  it('keeps a column of an unexpected type instead of losing it', () => {
    const example = parseExample(buildR1({ repo: { name: 'owner/repo' } }))
    expect(example.repo).toBeNull()
    expect(example.extra).toEqual({ repo: { name: 'owner/repo' } })
  })

  it('keeps __proto__ keys as data and pollutes nothing', () => {
    const row = JSON.parse(
      '{"trajectory":[{"role":"user","content":"x","__proto__":{"a":1}}],"model_patch":"","__proto__":{"b":2}}',
    ) as Json
    const example = parseExample(row)
    expect(JSON.stringify(example.extra)).toBe('{"__proto__":{"b":2}}')
    expect(JSON.stringify(example.messages[0]?.extra)).toBe('{"__proto__":{"a":1}}')
    expect((example as unknown as Record<string, unknown>).b).toBeUndefined()
  })

  it('lowers the language and leaves a missing one out', () => {
    expect(parseExample(buildR1({ language: 'TypeScript' })).language).toBe('typescript')
    expect(parseExample(buildR1({ language: null })).language).toBeNull()
  })

  it('may have an empty conversation, which is noted', () => {
    const example = parseExample(buildR1({ trajectory: [] }))
    expect(example.messages).toEqual([])
    expect(example.notes).toContain('The conversation is empty.')
  })

  it('gives its small columns for tables', () => {
    const example = parseExample(buildR3(), { file: 'data/openhands/glm/set/a.jsonl', row: 4 })
    expect(indexOf(example)).toEqual({
      id: 'run-1',
      sourceId: 's1',
      file: 'data/openhands/glm/set/a.jsonl',
      row: 4,
      shape: 'R3',
      contentHash: example.contentHash,
      instanceId: 'owner__repo-1',
      trajectoryId: 'run-1',
      repo: 'owner/repo',
      license: 'MIT',
      language: 'python',
      harness: 'openhands',
      model: 'glm',
      teacherModel: 'org/teacher',
      resolved: 1,
      category: 'bug-fix',
      hfDataset: 'org/set',
    })
  })
})

describe('harness and model', () => {
  it('come from config and split first', () => {
    const place = { config: 'openhands', split: 'qwen35_122b', file: 'data/qwen35_sweagent_trajectories/a.jsonl' }
    expect(parseExample(buildR1(), place)).toMatchObject({ harness: 'openhands', model: 'qwen35_122b' })
  })

  it('come from the path next, the old layout and the new', () => {
    const old = parseExample(buildR1(), { file: 'data/qwen35_openhands_trajectories/a.jsonl' })
    expect(old).toMatchObject({ harness: 'openhands', model: 'qwen35' })
    const current = parseExample(buildR3(), { config: 'v1.0', split: 'sweagent', file: 'data/sweagent/glm/set/a.jsonl' })
    expect(current).toMatchObject({ harness: 'sweagent', model: 'glm', teacherModel: 'org/teacher' })
  })

  it('come from the folders above a source that is one file', () => {
    const place = { uri: '/x/data/minisweagent/glm/set/a.parquet', file: 'a.parquet' }
    expect(parseExample(buildR3(), place)).toMatchObject({ harness: 'minisweagent', model: 'glm' })
  })

  it('fall back to the teacher and to the handwriting, which is noted', () => {
    const example = parseExample(buildR3())
    expect(example).toMatchObject({ harness: 'openhands', model: 'org/teacher' })
    expect(example.notes.join()).toContain('Harness openhands was told from the trajectory')
  })

  it('stay unknown when nothing tells', () => {
    const example = parseExample(buildR1({ trajectory: [buildMessage('user', 'hi')] }), { split: 'train' })
    expect(example).toMatchObject({ harness: null, model: null })
  })
})

describe('the label', () => {
  it.each([
    [1, 1],
    [0, 0],
    [-1, -1],
    [true, 1],
    [false, 0],
    ['1', 1],
    ['true', 1],
    ['False', 0],
    ['-1', -1],
    [1.0, 1],
    [0.4, 0],
    [7, -1],
    [null, -1],
    ['?', -1],
    [[1], -1],
  ])('%j is %d and is kept as it was', (raw, resolved) => {
    expect(parseExample(buildR1({ resolved: raw }))).toMatchObject({ resolved, resolvedRaw: raw })
  })

  it('is unknown when the row has none', () => {
    const { resolved: _, ...row } = buildR1()
    expect(parseExample(row)).toMatchObject({ resolved: -1, resolvedRaw: null })
  })
})

describe('the conversation column', () => {
  it('may be a JSON text, and so may its messages', () => {
    const messages = buildConversation()
    const whole = parseExample(buildR3({ messages: JSON.stringify(messages) }))
    const single = parseExample(buildR3({ messages: messages.map((message) => JSON.stringify(message)) }))
    const plain = parseExample(buildR3({ messages }))
    expect(whole.messages).toEqual(plain.messages)
    expect(single.messages).toEqual(plain.messages)
  })

  it('takes a text that is no JSON as a message of unknown role and leaves out what is no message', () => {
    const example = parseExample(buildR1({ trajectory: ['plain words', null, buildMessage('user', 'hi')] }))
    expect(example.messages.map(({ index, role, content }) => [index, role, content])).toEqual([
      [0, 'unknown', 'plain words'],
      [1, 'user', 'hi'],
    ])
    expect(example.notes).toContain('Message 1 is null, not an object, and was left out.')
  })
})

describe('a row that is no example', () => {
  it.each([
    ['a list', [1]],
    ['null', null],
    ['a string', 'x'],
  ])('is rejected when it is %s', (what, value) => {
    expect(parseRejection(value)).toMatchObject({ kind: 'not-an-example', reason: expect.stringContaining(`The row is ${what}`) })
  })

  it.each([null, 'words', 7, { a: 1 }])('is rejected when its conversation is %j', (trajectory) => {
    const { kind, reason } = parseRejection(buildR1({ trajectory }))
    expect(kind).toBe('not-an-example')
    expect(reason).toContain('"trajectory"')
  })

  it('is rejected with the columns found and the shapes known', () => {
    const { kind, reason } = parseRejection({ prompt: 'x', completion: 'y' })
    expect(kind).toBe('unknown-shape')
    expect(reason).toContain('prompt, completion')
    expect(reason).toContain('R1, R2, R2b, R3, swe-rebench-openhands')
  })

  it('is rejected when it is nested too deeply', () => {
    const depth = 200_000
    const deep = JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json
    expect(parseRejection(buildR1({ deep }))).toMatchObject({ kind: 'malformed' })
  })
})

describe('hostile rows', () => {
  const columns = [
    'trajectory',
    'messages',
    'history',
    'info',
    'metadata',
    'model_patch',
    'tools',
    'resolved',
    'test_result',
    'reward',
    'traj_id',
  ]
  const jsonRow = fc.dictionary(fc.constantFrom(...columns, 'x'), fc.jsonValue() as fc.Arbitrary<Json>)
  const hostileMessage = fc.dictionary(
    fc.constantFrom(
      'role',
      'content',
      'tool_calls',
      'reasoning_content',
      'think',
      'tool_call_id',
      'action',
      'source',
      'args',
      'observation',
    ),
    fc.oneof(
      fc.constantFrom<Json>('assistant', 'tool', 'user', 'ai', '```bash\nls\n```', '<function=x><parameter=y>'),
      fc.jsonValue() as fc.Arbitrary<Json>,
    ),
  )

  it('never make the parser throw', () => {
    fc.assert(
      fc.property(fc.oneof(jsonRow, fc.jsonValue() as fc.Arbitrary<Json>), (value) => parseRow(buildRaw(value)) !== undefined),
      { numRuns: 1000 },
    )
  })

  it('never make it throw with messages of any form, and never lose one', () => {
    const row = fc.record({
      column: fc.constantFrom('trajectory', 'messages', 'history'),
      list: fc.array(hostileMessage, { maxLength: 6 }),
    })
    fc.assert(
      fc.property(row, ({ column, list }) => {
        const parsed = parseRow(buildRaw({ instance_id: 'i', [column]: list }))
        return parsed.kind === 'rejection' || parsed.example.messages.length >= list.length
      }),
      { numRuns: 1000 },
    )
  })

  it('with a message of 20 MB are read in a moment', () => {
    const huge = `OBSERVATION:\n${'<function ```bash [The command completed '.repeat(500_000)}\n[The command completed with exit code 3.]`
    const started = performance.now()
    const example = parseExample(buildR1({ trajectory: [buildTurn(), buildMessage('assistant', huge), buildMessage('tool', huge)] }))
    expect(performance.now() - started).toBeLessThan(5000)
    expect(example.messages[2]?.result).toMatchObject({ exitCode: 3, isError: true })
  })

  it.each([
    '<function=x>',
    '<function=x><parameter=a>',
    '<parameter=a>',
    '<execute_bash>',
    '<command>',
    '```bash\n',
    '```',
    'end_of_edit ',
    ' \n',
  ])('of nothing but %j are read in a moment', (mark) => {
    const text = `<function=x>${mark.repeat(1_000_000)}`
    const trajectory = [text, text.slice('<function=x>'.length), `<command>\nedit 1:1\n${text}`].map((item) =>
      buildMessage('assistant', item),
    )
    const started = performance.now()
    parseExample(buildR1({ trajectory }), { config: 'sweagent', split: 'm' })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('keep lone surrogates, NUL and bidi marks as they are', () => {
    const text = 'a\ud800\u0000\u202eb\u001b[31m'
    const example = parseExample(buildR1({ trajectory: [buildMessage('user', text)] }))
    expect(example.messages[0]?.content).toBe(text)
    expect(isJsonObject(example.metadata)).toBe(true)
  })
})
