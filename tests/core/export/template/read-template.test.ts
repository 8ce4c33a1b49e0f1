import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTemplate, templateId } from '#export'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-template-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A folder of a model with these files; texts as they are, the rest as JSON. */
async function model(name: string, files: Record<string, unknown>): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  for (const [file, content] of Object.entries(files))
    await writeFile(join(path, file), typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const CONFIG = { chat_template: 'A', bos_token: '<s>', eos_token: { content: '</s>' }, model_max_length: 10 }

describe('readTemplate', () => {
  it('takes the text and the special words of a tokenizer_config.json, called by its folder', async () => {
    const path = await model('Some-8B', { 'tokenizer_config.json': CONFIG })
    const expected = { name: 'Some-8B', text: 'A', specials: { bos_token: '<s>', eos_token: '</s>' } }
    expect(await readTemplate(path)).toEqual(expected)
    expect(await readTemplate(join(path, 'tokenizer_config.json'))).toEqual(expected)
  })

  it('goes by the file of its own where a folder has one, with the words beside it', async () => {
    const path = await model('newer', { 'chat_template.jinja': 'B', 'tokenizer_config.json': CONFIG })
    expect(await readTemplate(path)).toMatchObject({ name: 'newer', text: 'B', specials: { bos_token: '<s>' } })
    expect(
      await readTemplate(
        await model('json', { 'chat_template.json': { chat_template: 'C' }, 'tokenizer_config.json': { bos_token: '<s>' } }),
      ),
    ).toMatchObject({
      text: 'C',
      specials: { bos_token: '<s>' },
    })
  })

  it('takes the one for tools of named templates', async () => {
    const named = [
      { name: 'default', template: 'D' },
      { name: 'tool_use', template: 'T' },
    ]
    expect((await readTemplate(await model('named', { 'tokenizer_config.json': { chat_template: named } }))).text).toBe('T')
    expect((await readTemplate(await model('plain', { 'tokenizer_config.json': { chat_template: named.slice(0, 1) } }))).text).toBe('D')
  })

  it.each([
    ['a folder without one', { 'config.json': {} }, '', /none of chat_template.jinja/],
    ['a config without one', { 'tokenizer_config.json': {} }, 'tokenizer_config.json', /it has no "chat_template"/],
    ['a config that is no JSON', { 'tokenizer_config.json': '{' }, 'tokenizer_config.json', /no JSON object/],
    [
      'names that nobody asks for',
      { 'tokenizer_config.json': { chat_template: [{ name: 'rag', template: 'R' }] } },
      'tokenizer_config.json',
      /tool_use or default/,
    ],
    ['nothing', {}, 'gone.jinja', /does not exist/],
  ])('says what is wrong with %s', async (name, files, file, said) => {
    await expect(readTemplate(join(await model(name.replaceAll(' ', '-'), files), file))).rejects.toThrow(said)
  })

  it('calls a template by its text, and by its words where there are any', () => {
    const bare = { text: 'A', specials: {} }
    expect(templateId(bare)).toBe('559aead08264')
    expect(templateId({ ...bare, specials: { bos_token: '<s>' } })).not.toBe(templateId(bare))
  })
})
