import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TrainerView } from '#record'
import { lastEvent, openWorkbench } from '../../../support/open-workbench.ts'
import { buildMessage, buildR3 } from '../../../support/rows.ts'
import { asJsonl } from '../../../support/rows-on-disk.ts'
import { runInProcess } from '../../../support/run-in-process.ts'
import { templatesFolder } from '../../../support/templates.ts'

const RUN = [
  buildMessage('system', 'Be of help.'),
  buildMessage('user', 'Fix the bug.'),
  buildMessage('assistant', 'I look.', { reasoning_content: 'Where?' }),
  buildMessage('user', 'Please continue.'),
  buildMessage('assistant', 'Done.', { reasoning_content: 'Well.' }),
]

const qwen3 = join(templatesFolder, 'qwen3-like.jinja')
let desk: Awaited<ReturnType<typeof openWorkbench>>
let folder = ''
let source = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-trainer-'))
  source = join(folder, 'rows.jsonl')
  await writeFile(source, asJsonl([buildR3({ trajectory_id: 'one', messages: RUN, tools: [] })]))
  desk = await openWorkbench()
  await lastEvent(await desk.client.source.add({ source }))
})
afterAll(async () => {
  await desk.remove()
  await rm(folder, { recursive: true, force: true })
})

describe('chat templates of a workspace', () => {
  it('are copied, tried, listed once and let go of', async () => {
    const { client } = desk
    const info = await client.trainer.take({ path: qwen3 })
    const hash = createHash('sha256')
      .update(await readFile(qwen3))
      .digest('hex')
    expect(info).toMatchObject({
      id: hash.slice(0, 12),
      name: 'qwen3-like',
      arguments: 'either',
      reasoning: { plain: 'all', laterUser: 'last' },
    })
    await client.trainer.take({ path: qwen3 })
    expect((await client.trainer.templates()).map(({ id }) => id)).toEqual([info.id])
    expect(await client.trainer.forget({ id: info.id })).toEqual({ removed: true })
    expect(await client.trainer.forget({ id: info.id })).toEqual({ removed: false })
    await expect(client.trainer.view({ id: 'one', target: 'trl', options: optionsWith(info.id) })).rejects.toMatchObject({
      data: { kind: 'not-found' },
    })
  })

  it('are refused when they are none', async () => {
    await expect(desk.client.trainer.take({ path: source })).rejects.toMatchObject({ data: { kind: 'bad-input' } })
    await expect(desk.client.trainer.take({ path: join(folder, 'gone') })).rejects.toMatchObject({ data: { kind: 'not-found' } })
  })
})

describe('an example as its trainer reads it', () => {
  it('is what an export writes', async () => {
    const { client } = desk
    const { id } = await client.trainer.take({ path: qwen3 })
    const view = await client.trainer.view({ id: 'one', target: 'chatml', options: optionsWith(id) })
    await client.review.decide({ id: 'one', kind: 'accept', reason: 'good-example' })
    const plan = {
      choice: { selection: {}, queue: null, outcome: 'keep' as const, caps: [], mixture: null, limit: null, seed: 0 },
      options: optionsWith(id),
    }
    for (const target of ['chatml', 'pretokenized'] as const) {
      const out = join(folder, target)
      await lastEvent(await client.export.run({ ...plan, target, out }))
      const row = JSON.parse(await readFile(join(out, 'train.jsonl'), 'utf8'))
      if (target === 'chatml') expect(row.text).toBe(view.text)
      else expect(row.input_ids).toHaveLength(view.tokens?.total ?? -1)
    }
  })

  it('is told by winnow check, of a row in a file too', async () => {
    const { code, stdout } = await runInProcess(folder, 'check', '--file', source, '--target', 'trl', '--template', qwen3, '--json')
    expect(code).toBe(0)
    const view = JSON.parse(stdout) as TrainerView
    expect(view.checks.find(({ id }) => id === 'reasoning')?.text).toBe('reasoning kept in 1 of 2 turns')
    const { stdout: text } = await runInProcess(folder, 'check', '--file', source, '--target', 'trl', '--template', qwen3, '--text')
    expect(text).toContain('⟦<think>\nWell.\n</think>\n\nDone.<|im_end|>⟧')
    expect((await runInProcess(folder, 'check', '--target', 'trl')).code).toBe(2)
  })

  it('needs both sides where rows are pairs', async () => {
    await expect(desk.client.trainer.view({ id: 'one', target: 'preference' })).rejects.toMatchObject({ data: { kind: 'bad-input' } })
  })
})

function optionsWith(template: string) {
  return { arguments: 'as-needed' as const, contextLength: null, template, withReferencePatch: false, withParquet: false }
}
