import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#record'
import { buildCall, buildMessage, buildR3 } from '../../../support/rows.ts'
import { templateFrom, testTemplate } from '../../../support/templates.ts'
import { file } from '../export-desk.ts'
import { aRun, checkOf, made, thought, trainedTexts, viewOf } from './trainer-desk.ts'

/** A run without reasoning whose first turn says this. */
function saying(content: string, ...calls: JsonObject[]): JsonObject {
  return buildR3({
    messages: [
      buildMessage('user', 'Fix it.'),
      buildMessage('assistant', content, calls.length > 0 ? { tool_calls: calls } : {}),
      ...calls.map(({ id }) => buildMessage('tool', 'a.py', { tool_call_id: id ?? '' })),
      buildMessage('assistant', 'Done.'),
    ],
  })
}

describe('text that a template changes for what it says', () => {
  const template = testTemplate('qwen3-training-like')

  it('is lost, and its message named, where the template takes what stands in tags for a thought', () => {
    const row = saying('x <think>\nhm\n</think>\n\n[]')
    expect(checkOf(viewOf('chatml', row, { template }), 'messages')).toMatchObject({
      state: 'lost',
      kept: 2,
      of: 3,
      messages: [1],
      text: 'text of 2 of 3 messages is whole',
    })
    expect(made('chatml', file(row), { template }).row().notes).toContainEqual(
      expect.objectContaining({ kind: 'lost', about: 'content', policy: 'lost=take', messages: [1] }),
    )
  })

  it('is told of each message, whatever is told of others', () => {
    const row = aRun({ content: 'x <think>\nhm\n</think>\n\n[]' })
    const strange = templateFrom(
      "{% for m in messages %}<{{ m.role }}>{{ m.content.split('</think>')[-1] if m.role != 'tool' else '' }}{{ m.reasoning_content }}</s>{% endfor %}",
    )
    const { notes } = made('trl', file(row), { template: strange }).row()
    expect(notes.filter(({ kind, about }) => kind === 'lost' && about === 'content').map(({ messages }) => messages)).toEqual([[2, 3, 5]])
  })

  it.each(['  I look.\n\n', '<think>hm</think>I look.', '<think>\nhm\n</think>\n\nI look.'])(
    'is whole where white space alone differs, at its ends or around thought tags: %j',
    (content) => expect(checkOf(viewOf('chatml', saying(content), { template }), 'messages')?.state).toBe('ok'),
  )

  it('is lost although another message says the same and keeps it', () => {
    const row = saying('<think>hm</think>I look.')
    const twice = {
      ...row,
      messages: [...(row.messages as JsonObject[]), buildMessage('user', 'Go on.'), buildMessage('assistant', '<think>hm</think>I look.')],
    }
    expect(checkOf(viewOf('trl', twice, { template: testTemplate('qwen3-like') }), 'messages')?.messages).toEqual([1])
  })

  it('is lost in reasoning, results and arguments too', () => {
    const cutting = templateFrom(
      "{% for m in messages %}<{{ m.role }}>{{ (m.reasoning_content or '').split('#')[0] }}{{ m.content.split('#')[0] }}{% for c in m.tool_calls or [] %}{{ c.function.name }}{% for k, v in c.function.arguments | items %}{{ k }}={{ v.split('#')[0] if v is string else v | tojson }};{% endfor %}{% endfor %}</s>{% endfor %}",
    )
    const row = buildR3({
      messages: [
        buildMessage('user', 'Fix it.'),
        thought('I look.', 'It #1 fails.', buildCall('bash', { command: 'ls # all', n: 3 }, 'c1')),
        buildMessage('tool', '# a.py', { tool_call_id: 'c1' }),
        thought('Done.', 'Good.'),
      ],
    })
    const view = viewOf('trl', row, { template: cutting })
    const messagesOf = (id: string) => [checkOf(view, id)?.state, checkOf(view, id)?.messages]
    expect(messagesOf('reasoning')).toEqual(['lost', [1]])
    expect(messagesOf('arguments')).toEqual(['lost', [1]])
    expect(messagesOf('results')).toEqual(['lost', [2]])
    expect(messagesOf('messages')).toEqual(['lost', [2]])
    expect(checkOf(view, 'arguments')?.text).toBe('arguments not whole in 1 calls')
  })
})

describe('what a trainer sees of a long run that a harness made go on', () => {
  /** Turns with a thought and a call each, then a word of the user, and three more. */
  const turns = (count: number, from: number) =>
    Array.from({ length: count }, (_, at) => at + from).flatMap((at) => [
      thought('', `Thought ${at}.`, buildCall('bash', { command: `ls ${at}` }, `c${at}`)),
      buildMessage('tool', `file ${at}`, { tool_call_id: `c${at}` }),
    ])
  const run = buildR3({
    tools: [],
    messages: [buildMessage('user', 'Fix it.'), ...turns(38, 0), buildMessage('user', 'Please continue.'), ...turns(3, 38)],
  })
  const wiped = Array.from({ length: 38 }, (_, at) => 1 + 2 * at)

  it('is the reasoning of the last three turns alone, and which are without', () => {
    const view = viewOf('trl', run, { template: testTemplate('qwen3-like') })
    expect(checkOf(view, 'reasoning')).toMatchObject({ state: 'lost', text: 'reasoning kept in 3 of 41 turns', messages: wiped })
  })

  it('is all of it in the text, where the template leaves the text alone', () => {
    const view = viewOf('chatml', run, { template: testTemplate('qwen2_5-like'), policies: { reasoning: 'into-content' } })
    expect(checkOf(view, 'reasoning')).toMatchObject({ state: 'ok', text: 'reasoning kept in 41 of 41 turns' })
    expect(view.text.match(/Thought \d+\./g)).toHaveLength(41)
    expect(view.notes).toEqual([expect.objectContaining({ kind: 'changed', about: 'reasoning', policy: 'reasoning=into-content' })])
  })

  it.each(['trl', 'chatml'] as const)('is no more of it where the template takes tags out of the text, and %s says so', (target) => {
    const view = viewOf(target, run, { template: testTemplate('qwen3-like'), policies: { reasoning: 'into-content' } })
    expect(checkOf(view, 'reasoning')).toMatchObject({ state: 'lost', kept: 3, messages: wiped })
    const lost = view.notes.find(({ kind }) => kind === 'lost')
    expect(lost?.text).toMatch(/^Reasoning kept in 3 of 41 turns: .*reasoning=into-content does not help/)
    const moved = view.notes.find(({ kind }) => kind === 'changed')
    expect(moved?.messages.length).toBe(target === 'trl' ? 41 : 3)
  })
})

describe('what a trainer sees of a run that was cut to fit', () => {
  it.each([['trl', 120] as const, ['chatml', 180] as const])(
    'is what the row has: nothing behind the cut is lost to the template of %s',
    (target, contextLength) => {
      const template = testTemplate('qwen3-training-like')
      const said = { template, options: { contextLength }, policies: { overlong: 'cut', lost: 'refuse' } } as const
      const { isLeftOut, notes } = made(target, file(aRun()), said).row()
      expect([isLeftOut, notes.map(({ about }) => about)]).toEqual([false, ['length']])
      expect(checkOf(viewOf(target, aRun(), said), 'messages')?.state).toBe('ok')
    },
  )
})

describe('where a system message stands', () => {
  it.each(['qwen3-like', 'qwen3_5-like', 'llama3_1-like', 'deepseekv3-like', 'gptoss-like'])(
    'is known of %s, which writes it in front of its loop',
    (name) => {
      const view = viewOf('chatml', aRun(), { template: testTemplate(name) })
      const place = view.places[0]
      expect(place?.messageIndex).toBe(0)
      expect(view.text.slice(place?.start, place?.end)).toContain('Be of help.')
      expect(view.tokens?.byRole.system?.total).toBeGreaterThanOrEqual(4)
    },
  )
})

describe('what axolotl sees', () => {
  it('is the text of the model’s template, trained on turn by turn as each message says, whatever the template marks', () => {
    const template = testTemplate('qwen3-training-like')
    const view = viewOf('axolotl', aRun(), { template, edits: { masked: [4] } })
    expect(trainedTexts(view)).toEqual([expect.stringContaining('I look.'), expect.stringMatching(/Done\.<\|im_end\|>$/)])
    expect(checkOf(view, 'reasoning')).toMatchObject({ state: 'ok', kept: 3 })
    const last = templateFrom(
      '{% for m in messages %}<{{ m.role }}>{% if loop.last %}{% generation %}{{ m.content }}</s>{% endgeneration %}{% else %}{{ m.content }}</s>{% endif %}\n{% endfor %}',
    )
    expect(trainedTexts(viewOf('axolotl', aRun(), { template: last }))).toHaveLength(3)
    expect(trainedTexts(viewOf('trl', aRun(), { template: last }))).toHaveLength(1)
  })

  it('is trained on from where a turn that says another thing would differ: an empty thought of the template’s own is not', () => {
    const row = buildR3({ messages: [buildMessage('user', 'Fix it.'), buildMessage('assistant', 'Done.')] })
    const template = testTemplate('qwen3_5-like')
    expect(trainedTexts(viewOf('axolotl', row, { template }))).toEqual(['Done.<|im_end|>'])
    expect(trainedTexts(viewOf('trl', row, { template }))).toEqual(['\n</think>\n\nDone.<|im_end|>'])
  })

  it('stops where the template wants text, for axolotl parses arguments', () => {
    const view = viewOf('axolotl', aRun(), { template: testTemplate('deepseekv3-like') })
    expect(checkOf(view, 'messages')?.text).toContain('text and an object cannot be added')
  })
})

describe('trainers that render in their own way', () => {
  it.each([
    ['llamafactory', 'templates of its own, not by a Jinja file'],
    ['openai', 'nobody outside OpenAI can know'],
  ] as const)('are said to: %s', (target, sentence) => {
    expect(checkOf(viewOf(target, aRun()), 'trained')).toMatchObject({ state: 'unknown', text: expect.stringContaining(sentence) })
  })
})

describe('token ids', () => {
  it('warn where they are of no model that can be loaded', () => {
    const view = viewOf('pretokenized', aRun(), { template: testTemplate('qwen3-training-like') })
    expect(checkOf(view, 'length')).toMatchObject({ state: 'warn', text: expect.stringContaining('Token ids are by o200k_base@') })
  })

  it('are in no row where none is trained on', () => {
    const silent = templateFrom('{% for m in messages %}{{ m.content }}{% generation %}{% endgeneration %}{% endfor %}')
    const { isLeftOut, rows, notes } = made('pretokenized', file(aRun()), { template: silent }).row()
    expect([isLeftOut, rows]).toEqual([true, []])
    expect(notes.at(-1)).toMatchObject({ kind: 'left-out', text: 'No token of it is trained on: trainers refuse such a row.' })
  })

  it('are in no row where something is lost and must not be', () => {
    const said = { template: testTemplate('qwen3-like'), policies: { lost: 'refuse' } } as const
    const { isLeftOut, notes } = made('pretokenized', file(aRun()), said).row()
    expect([isLeftOut, notes.map(({ policy }) => policy)]).toEqual([true, ['lost=refuse']])
  })
})
