import { describe, expect, it } from 'vitest'
import { makeTemplate } from '../../../../src/core/export/template/make-template.ts'
import { templateNames, testTemplate } from '../../../support/templates.ts'

/** What is known of real templates, of the ones that were written to behave like them. */
const TABLE: Record<string, [takes: string, plain: string, laterUser: string, notes: RegExp[]]> = {
  'qwen2_5-like': ['object', 'none', 'none', [/string come out double-encoded/]],
  'qwen3-like': ['either', 'all', 'last', []],
  'qwen3-training-like': ['either', 'all', 'all', []],
  'qwen3-instruct-like': ['either', 'none', 'none', []],
  'qwen3_5-like': ['object', 'all', 'last', [/string stop it/, /without a user message stops it/]],
  'glm4moe-like': ['object', 'all', 'last', [/string stop it/]],
  'nemotron_3_nano-like': ['object', 'all', 'last', [/string stop it/]],
  'deepseekv3-like': ['string', 'none', 'none', [/object stop it/, /list of tools is not rendered/]],
  'deepseekv3-training-like': ['object', 'none', 'none', [/string come out double-encoded/, /list of tools is not rendered/]],
  'gptoss-like': [
    'object',
    'none',
    'none',
    [
      /string come out double-encoded/,
      /text of a turn with calls is dropped/i,
      /`thinking`, not from/,
      /Text and `thinking` in one turn stop it/,
    ],
  ],
  'llama3_1-like': [
    'object',
    'none',
    'none',
    [/string come out double-encoded/, /text of a turn with calls is dropped/i, /More than one call/],
  ],
}

describe('a template that is tried', () => {
  it.each(Object.entries(TABLE))('%s behaves as the table says', (name, [takes, plain, laterUser, notes]) => {
    const { info } = testTemplate(name)
    expect(info).toMatchObject({ name, arguments: takes, reasoning: { plain, laterUser } })
    for (const note of notes) expect(info.notes.filter((said) => note.test(said))).toHaveLength(1)
    const known = [...notes, /It writes the day/, /without a user message/]
    expect(info.notes.filter((said) => !known.some((note) => note.test(said)))).toEqual([])
  })

  it('has a line of the table for every test template', () => {
    expect(Object.keys(TABLE).toSorted()).toEqual(templateNames.toSorted())
  })

  it('says which words of its model it lacks', () => {
    const text = '{{ bos_token }}{% for message in messages %}{{ message.content }}{{ eos_token }}{% endfor %}'
    const { info } = makeTemplate({ name: 'bare', text, specials: { eos_token: '</s>' } })
    expect(info.notes).toContain(
      'It asks for bos_token, and no tokenizer_config.json beside it has one: take the folder of the model instead.',
    )
    expect(info.notes.join(' ')).not.toContain('eos_token')
  })

  it('says which mark what is trained on', () => {
    const marking = templateNames.filter((name) => testTemplate(name).info.marksTrained)
    expect(marking.toSorted()).toEqual(['deepseekv3-training-like', 'qwen3-training-like'])
  })
})
