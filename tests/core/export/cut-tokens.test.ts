import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encoderOf } from '#measure'
import { type ExportPlan, NO_EDITS, type TargetId } from '#record'
import { preference } from '../../../src/core/export/targets/preference.ts'
import { contextWith, leavingOf, rowFrom } from '../../support/leaving.ts'
import { buildCall, buildMessage, buildR3, buildTurn } from '../../support/rows.ts'
import { exportOf, file, finish, freshFolder, planOf } from './export-desk.ts'

const encoder = encoderOf({ kind: 'tiktoken', name: 'o200k_base' })

/** Two steps, the second with a result of some two thousand tokens. */
const run = file(
  buildR3({
    messages: [
      buildMessage('system', 'You fix.'),
      buildMessage('user', 'Fix the bug.'),
      buildTurn(buildCall('execute_bash', '{"command": "ls"}', 'c1')),
      { role: 'tool', content: 'a.py', tool_call_id: 'c1', name: 'execute_bash' },
      buildTurn(buildCall('execute_bash', '{"command": "cat a.py"}', 'c2')),
      { role: 'tool', content: 'word '.repeat(2_000), tool_call_id: 'c2', name: 'execute_bash' },
      buildMessage('assistant', 'Done.'),
    ],
  }),
)
const whole = Number(run.row.values.model_tokens)

async function exported(target: TargetId, over: Partial<ExportPlan> = {}, cutAfter: number | null = null) {
  const out = await freshFolder()
  const editsOf = () => (cutAfter === null ? NO_EDITS : { ...NO_EDITS, cutAfter, contentHash: run.row.contentHash })
  await finish(exportOf([run], out, { plan: planOf(target, over), encoder, editsOf }))
  const text = (name: string) => readFile(join(out, name), 'utf8')
  return { text, tokens: JSON.parse(await text('manifest.json')).tokens }
}

const cutAt = (target: TargetId, contextLength: number): Partial<ExportPlan> => {
  const { policies, options } = planOf(target)
  return { policies: { ...policies, overlong: 'cut' }, options: { ...options, contextLength } }
}

describe.each(['trl', 'axolotl', 'llamafactory', 'openai', 'parquet'] as const)('tokens of %s', (target) => {
  test('are of what is written where the context length cuts a run, and who trains which is not told', async () => {
    const { tokens } = await exported(target, cutAt(target, 1_000))
    expect(tokens).toMatchObject({ total: tokens.longest, trained: null })
    expect(tokens.total).toBeGreaterThan(5)
    expect(tokens.total).toBeLessThan(1_000)
  })

  test('are of what is written where a person cut it', async () => {
    const [{ tokens: cut }, { tokens: byLength }] = [await exported(target, {}, 3), await exported(target, cutAt(target, 1_000))]
    expect([cut, cut.total < whole]).toEqual([byLength, true])
  })

  test('are those of the measure where nobody cut', async () => {
    expect((await exported(target)).tokens).toMatchObject({ total: whole, longest: whole, trained: null })
  })
})

test('the starter config has room for what is written, not for what was cut', async () => {
  const { text } = await exported('trl', {}, 3)
  expect([whole > 2_000, /^max_length: (\d+)$/m.exec(await text('trl.yml'))?.[1]]).toEqual([true, '1024'])
  expect(await text('README.md')).not.toContain('whole runs')
})

test('a pair is as long as its longer side', () => {
  const side = (words: number) => leavingOf([{ role: 'user', content: 'Go.' }, { content: 'word '.repeat(words) }], { tools: [] })
  const context = { ...contextWith({}, { contextLength: 9_000 }), encoder }
  const { made } = rowFrom(preference, [side(10), side(900)], context)
  expect([made.tokens?.trained, (made.tokens?.total ?? 0) > 900, (made.tokens?.total ?? 0) < 920]).toEqual([null, true, true])
})
