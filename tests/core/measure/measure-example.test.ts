import { describe, expect, it } from 'vitest'
import { MEASURE_INFO, measureExample, measureInfoFor, measures, messageTokens, toolCounts, tutorialColumns } from '#measure'
import type { CallAct } from '#record'
import { buildCall, buildExample, turn } from '../../support/examples.ts'

const shell = (command: string): CallAct => ({ kind: 'shell', command })
const edit: CallAct = { kind: 'edit', path: 'x.py', change: { kind: 'create', text: '1' } }
const run = (...acts: CallAct[]) => measureExample(buildExample({ messages: acts.flatMap((act, i) => turn(2 * i, act)) }))

describe('the registry of measures', () => {
  it("begins with the tutorial's 22 columns in its order", () => {
    const columns =
      'instance_id repo language license resolved agent model n_messages n_system n_user n_assistant n_tool patch_files patch_add patch_del patch_churn category meta_files meta_lines is_resolved known_label traj_tokens'
    expect(tutorialColumns.join(' ')).toBe(columns)
    expect(measures.slice(0, 22).map((measure) => measure.id)).toEqual(tutorialColumns)
  })

  it('has unique snake_case ids, versions from 1, and a help sentence each', () => {
    expect(new Set(measures.map((measure) => measure.id)).size).toBe(measures.length)
    for (const { id, version, label, help } of MEASURE_INFO) {
      expect(id).toMatch(/^[a-z][a-z0-9_]*$/)
      expect(version).toBeGreaterThanOrEqual(1)
      expect(label).not.toBe('')
      expect(help).toMatch(/\.$/)
    }
  })

  it('names the encoding of every token count, the chosen one for model_tokens', () => {
    for (const { unit, encoding } of MEASURE_INFO) if (unit === 'tokens') expect(encoding).toMatch(/@/)
    expect(measureInfoFor('Qwen@1').find(({ id }) => id === 'model_tokens')?.encoding).toBe('Qwen@1')
  })

  it('gives every measure a value of its type, or null, for an empty example', () => {
    const values = measureExample(buildExample())
    expect(Object.keys(values)).toEqual(measures.map((measure) => measure.id))
    const types = { integer: 'number', real: 'number', text: 'string', boolean: 'boolean', tally: 'object' }
    for (const { id, type } of MEASURE_INFO) if (values[id] !== null) expect(typeof values[id], id).toBe(types[type])
  })
})

describe("the tutorial's columns", () => {
  it('repeat the row and count roles', () => {
    const messages = [
      { role: 'system', content: 'a' },
      { role: 'user', content: 'b' },
      { role: 'assistant' },
      { role: 'tool' },
      { role: 'ai' },
    ]
    const values = measureExample(
      buildExample({
        messages,
        instanceId: 'i',
        repo: 'o/r',
        language: 'Python',
        harness: 'openhands',
        model: 'm',
        resolved: 1,
        resolvedRaw: 1,
        metadata: { num_modified_files: 2, num_modified_lines: 30 },
        category: 'bug-fix',
      }),
    )
    expect(values).toMatchObject({
      instance_id: 'i',
      repo: 'o/r',
      language: 'python',
      license: null,
      resolved: 1,
      agent: 'openhands',
      model: 'm',
      category: 'bug-fix',
    })
    expect(values).toMatchObject({
      n_messages: 5,
      n_system: 1,
      n_user: 1,
      n_assistant: 1,
      n_tool: 1,
      meta_files: 2,
      meta_lines: 30,
      is_resolved: true,
      known_label: true,
    })
    expect(measureExample(buildExample())).toMatchObject({
      language: 'unknown',
      resolved: null,
      is_resolved: false,
      known_label: false,
      meta_files: null,
    })
    expect(measureExample(buildExample({ resolved: 0, resolvedRaw: false }))).toMatchObject({ resolved: 0, known_label: true })
  })

  it("count a patch the tutorial's way and git's way side by side", () => {
    const patch = 'diff --git a/q.sql b/q.sql\n--- a/q.sql\n+++ b/q.sql\n@@ -1,2 +1,1 @@\n--- comment\n-b\n+c\n'
    const values = measureExample(buildExample({ patch }))
    expect(values).toMatchObject({ patch_files: 1, patch_add: 1, patch_del: 1, patch_churn: 2 })
    expect(values).toMatchObject({ diff_files: 1, diff_additions: 1, diff_deletions: 2, diff_churn: 3, diff_problems: 0 })
  })

  it('end lines where Python does', () => {
    const values = measureExample(buildExample({ patch: 'diff --git\ndiff --gitx y\u2028+a\x0b-b\x1c+c\u0085+d\r\n-e\r+f\x0c+' }))
    expect(values).toMatchObject({ patch_files: 1, patch_add: 5, patch_del: 2 })
  })
})

describe('measures of the run', () => {
  it('count steps, calls, failures, tests, edits and cut results', () => {
    const messages = [
      ...turn(0, edit),
      ...turn(2, shell('pytest -q'), { isError: true, exitCode: 1 }),
      ...turn(4, shell("sed -i 's/a/b/' x.py")),
      ...turn(6, shell('cat x.py'), { isTruncated: true }),
    ]
    expect(measureExample(buildExample({ messages }))).toMatchObject({
      steps: 4,
      calls: 4,
      failed_calls: 1,
      test_runs: 1,
      edits: 2,
      truncated_results: 1,
    })
  })

  it('tell whether tests ran after the last edit; nothing edited, nothing to tell', () => {
    expect(run(edit, shell('pytest')).tests_after_last_edit).toBe(true)
    expect(run(shell('pytest'), edit).tests_after_last_edit).toBe(false)
    expect(run(shell('git apply fix.patch && make test')).tests_after_last_edit).toBe(true)
    expect(run(shell('pytest')).tests_after_last_edit).toBeNull()
  })

  it.each([
    ["cat <<'EOF' > src/x.py\n1\nEOF", 1],
    ['echo x >> notes.md', 1],
    ['echo x | tee -a src/x.py', 1],
    ['python - <<EOF\nopen("x", "w").write("1")\nEOF', 1],
    [`python -c "open('x.py', 'w').write('1')"`, 1],
    ['patch -p1 < fix.diff', 1],
    ['perl -pi -e s/a/b/ x', 1],
    ['pytest > out.txt 2>&1', 0],
    ['echo x > /dev/null', 0],
    ['cat > /tmp/x <<EOF\n1\nEOF', 0],
    ['git apply --check fix.patch', 0],
    ['sed -n 1,5p x.py', 0],
    ['python -c "print(open(\'x\').read())"', 0],
  ])('take %j for %i edits', (command, edits) => {
    expect(run(shell(command)).edits).toBe(edits)
  })

  it('tell a finished run by its last turn with calls', () => {
    expect(run(edit, { kind: 'finish' }).finished).toBe(true)
    expect(run(shell('echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT && git diff')).finished).toBe(true)
    expect(run(shell('submit')).finished).toBe(true)
    expect(run({ kind: 'finish' }, edit).finished).toBe(false)
    expect(run(shell('grep COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT x')).finished).toBe(false)
    expect(run().finished).toBe(false)
  })
})

describe('tokens', () => {
  it('count joined contents as the trajectory, reasoning apart', () => {
    const example = buildExample({ messages: [{ content: 'hello world' }, { content: 'x', reasoning: 'hello world' }] })
    expect(measureExample(example)).toMatchObject({ traj_tokens: 4, reasoning_tokens: 2 })
  })

  it('weigh a message with its reasoning and structured calls; written calls are content already', () => {
    const named = { name: 'hello', argumentsText: ' world' }
    const calls = [buildCall(shell('x'), named), buildCall(shell('x'), { ...named, protocol: 'fence' })]
    expect(messageTokens(buildExample({ messages: [{ content: 'hello world', reasoning: 'hello' }, { calls }] }))).toEqual([
      { content: 2, reasoning: 1, calls: 0 },
      { content: 0, reasoning: 0, calls: 2 },
    ])
  })
})

describe('toolCounts', () => {
  it('counts as the tutorial: structured calls, named results, tags, one fence a message', () => {
    const counts = toolCounts(
      buildExample({
        messages: [
          { calls: [buildCall(shell('x')), buildCall(shell('x'), { protocol: 'function-tag', name: 'written' })] },
          { content: '<function = Str_Replace> <execute_Bash> ```bash\n``` ```sh\n```' },
          { role: 'user', content: '<function=ignored>' },
          { role: 'tool', name: 'execute_bash' },
        ],
      }),
    )
    expect(Object.fromEntries(counts)).toEqual({ execute_bash: 3, str_replace: 1, bash_block: 1 })
  })
})
