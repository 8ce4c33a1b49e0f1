import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#record'
import { buildMessage } from '../../../support/rows.ts'
import { templateFrom, testTemplate } from '../../../support/templates.ts'
import { file } from '../export-desk.ts'
import { aRun, checkOf, encoder, made, type Said, trainedTexts, viewOf } from './trainer-desk.ts'

describe('what a trainer sees through a template', () => {
  it('names the turns whose reasoning a later user turn wipes out', () => {
    const view = viewOf('trl', aRun(), { template: testTemplate('qwen3-like') })
    expect(checkOf(view, 'reasoning')).toMatchObject({
      state: 'lost',
      kept: 1,
      of: 3,
      messages: [2, 4],
      text: 'reasoning kept in 1 of 3 turns',
    })
    expect(checkOf(view, 'calls')).toMatchObject({ state: 'ok', text: '2 of 2 calls are there' })
    expect(checkOf(view, 'arguments')).toMatchObject({ state: 'ok', kept: 2 })
    expect(checkOf(view, 'tools')).toMatchObject({ state: 'ok', text: '1 of 1 tools in the prompt' })
    expect(checkOf(view, 'results')).toMatchObject({ state: 'ok', kept: 2 })
  })

  it('keeps all reasoning through a training template', () => {
    const view = viewOf('trl', aRun(), { template: testTemplate('qwen3-training-like') })
    expect(checkOf(view, 'reasoning')).toMatchObject({ state: 'ok', kept: 3, of: 3 })
    expect(trainedTexts(view)).toHaveLength(3)
  })

  it('keeps reasoning that was moved into the text, where the template has no field for it', () => {
    const template = testTemplate('qwen2_5-like')
    expect(checkOf(viewOf('trl', aRun(), { template }), 'reasoning')).toMatchObject({ kept: 0 })
    expect(checkOf(viewOf('trl', aRun(), { template, policies: { reasoning: 'into-content' } }), 'reasoning')).toMatchObject({ kept: 3 })
  })

  it('finds arguments that are encoded twice, and none as the template needs them', () => {
    const template = testTemplate('qwen2_5-like')
    const forced = viewOf('trl', aRun(), { template, options: { arguments: 'string' } })
    expect(checkOf(forced, 'arguments')).toMatchObject({ state: 'lost', messages: [2, 4], text: 'arguments double-encoded in 2 calls' })
    expect(checkOf(viewOf('trl', aRun(), { template }), 'arguments')).toMatchObject({ state: 'ok' })
  })

  it('shows the template’s own words where it stops', () => {
    const view = viewOf('trl', aRun(), { template: testTemplate('deepseekv3-like'), options: { arguments: 'object' } })
    expect(checkOf(view, 'messages')).toMatchObject({ state: 'lost', text: expect.stringContaining('text and an object cannot be added') })
    expect(view.text).toBe('')
  })

  it('trains on what the assistant says and not on what the template opens a turn with', () => {
    const pieces = trainedTexts(viewOf('trl', aRun(), { template: testTemplate('qwen2_5-like') }))
    expect(pieces[2]).toBe('Done.<|im_end|>')
    expect(pieces[0]).toMatch(/^I look\.\n<tool_call>/)
    expect(trainedTexts(viewOf('trl', aRun(), { template: testTemplate('deepseekv3-like') })).at(-1)).toBe('Done.<｜end▁of▁sentence｜>')
  })

  it('takes turns that are context only out of what axolotl and labels train on', () => {
    const template = testTemplate('qwen3-training-like')
    for (const target of ['axolotl', 'pretokenized'] as const) {
      const pieces = trainedTexts(viewOf(target, aRun(), { template, edits: { masked: [4] } }))
      expect(pieces.map((piece) => piece.includes('I edit.'))).toEqual([false, false])
    }
  })

  it('tells where a context length cuts', () => {
    const view = viewOf('trl', aRun(), { template: testTemplate('qwen3-like'), options: { contextLength: 100 } })
    const total = view.tokens?.total ?? 0
    expect(view.tokens?.cut).toEqual({ messageIndex: 2, tokens: total - 100 })
    expect(checkOf(view, 'length')?.text).toBe(`cut at token 100 of ${total} (message 2 of 8)`)
  })

  it('warns of control words in what a run says', () => {
    const view = viewOf('trl', aRun({ content: 'I print <|im_end|>.' }), { template: testTemplate('qwen3-like') })
    expect(checkOf(view, 'messages')).toMatchObject({ state: 'warn', messages: [2], text: expect.stringContaining('<|im_end|>') })
  })

  it('finds text that a template takes for a thought and drops', () => {
    const row = aRun({ content: '<think>hm</think>I look.', last: [buildMessage('user', 'Go on.'), buildMessage('assistant', 'Done.')] })
    const bare = { ...row, messages: (row.messages as JsonObject[]).map((message) => ({ ...message, reasoning_content: null })) }
    expect(checkOf(viewOf('trl', bare, { template: testTemplate('qwen3-like') }), 'messages')).toMatchObject({
      state: 'lost',
      messages: [2],
    })
  })
})

describe('what a trainer sees without a template', () => {
  it('is the row as the file has it, with what the format cannot say', () => {
    const view = viewOf('openai', aRun())
    expect(JSON.parse(view.text)).toHaveProperty('messages')
    expect(checkOf(view, 'reasoning')).toMatchObject({ state: 'lost', kept: 0, of: 3 })
    expect(checkOf(view, 'arguments')).toMatchObject({ state: 'ok', kept: 2 })
    expect(checkOf(view, 'trained')).toMatchObject({ state: 'unknown' })
  })

  it.each(['trl', 'axolotl', 'llamafactory', 'openai'] as const)('has every call, whole and encoded once: %s', (target) => {
    const view = viewOf(target, aRun())
    expect([checkOf(view, 'calls')?.state, checkOf(view, 'arguments')?.state, checkOf(view, 'results')?.state]).toEqual(['ok', 'ok', 'ok'])
  })
})

describe('the policy for what is lost', () => {
  const template = testTemplate('qwen3-like')

  it('notes it and takes the row', () => {
    const { notes, isLeftOut } = made('trl', file(aRun()), { template }).row()
    expect(isLeftOut).toBe(false)
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'lost', about: 'reasoning', policy: 'lost=take', messages: [2, 4] }))
  })

  it.each(['leave-out', 'refuse'] as const)('lets no such row leave: %s', (lost) => {
    const { notes, rows, isLeftOut } = made('trl', file(aRun()), { template, policies: { lost } }).row()
    expect([isLeftOut, rows]).toEqual([true, []])
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'left-out', policy: `lost=${lost}` }))
  })

  it('takes a row of which nothing is lost', () => {
    const whole = made('trl', file(aRun()), { template: testTemplate('qwen3-training-like'), policies: { lost: 'refuse' } }).row()
    expect([whole.isLeftOut, whole.notes]).toEqual([false, []])
  })

  it('leaves out a row that a template stops at, and says why', () => {
    const stubborn = templateFrom("{{ raise_exception('No.') }}")
    const { isLeftOut, notes } = made('chatml', file(aRun()), { template: stubborn }).row()
    expect(isLeftOut).toBe(true)
    expect(notes[0]).toMatchObject({ about: 'template', text: expect.stringContaining('it says "No."') })
  })
})

describe('rows of token ids', () => {
  function rowOf(said: Said): { input_ids: number[]; labels: number[]; attention_mask: number[] } {
    const [row] = made('pretokenized', file(aRun()), said).row().rows
    return JSON.parse(Buffer.from(row?.bytes ?? []).toString('utf8'))
  }

  it('have a label where a token is trained on, and -100 elsewhere', () => {
    const template = testTemplate('qwen3-training-like')
    const view = viewOf('pretokenized', aRun(), { template })
    const { input_ids: ids, labels } = rowOf({ template })
    const tokens = encoder?.encode(view.text)
    expect(ids).toEqual([...(tokens?.ids ?? [])])
    const isTrained = (place: number) =>
      (view.trained ?? []).some(({ start, end }) => start < (tokens?.ends[place] ?? 0) && (tokens?.starts[place] ?? 0) < end)
    expect(labels).toEqual(ids.map((id, place) => (isTrained(place) ? id : -100)))
    expect(view.tokens).toMatchObject({ total: ids.length, trained: labels.filter((label) => label !== -100).length })
  })

  it('are cut after the last whole step that fits', () => {
    const template = testTemplate('qwen3-training-like')
    const whole = rowOf({ template }).input_ids.length
    const said: Said = { template, options: { contextLength: whole - 1 }, policies: { overlong: 'cut' } }
    expect(rowOf(said).input_ids.length).toBeLessThan(whole)
    expect(made('pretokenized', file(aRun()), said).row().notes).toContainEqual(
      expect.objectContaining({ kind: 'lost', about: 'length', policy: 'overlong=cut', messages: [7] }),
    )
    expect(
      made('pretokenized', file(aRun()), { template, options: { contextLength: 5 }, policies: { overlong: 'cut' } }).row().isLeftOut,
    ).toBe(true)
  })

  it('need a tokenizer and a template', () => {
    expect(() => rowOf({})).toThrow('none is chosen')
  })
})

describe('rendered text', () => {
  it('holds whatever a run says as text', () => {
    const words = fc.constantFrom(
      '{{ 7 * 7 }}',
      '{% for x in y %}',
      '{#',
      '<|im_end|>',
      '</tool_call>',
      '\ue000',
      '\ue001>3\ue001',
      '"',
      '\\',
      '🙂',
      'a',
    )
    const template = testTemplate('qwen2_5-like')
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (found) => {
        const said = `x${found.join('')}x`
        const view = viewOf('chatml', aRun({ content: said }), { template })
        expect(view.text).toContain(`<|im_start|>assistant\n${said}\n<tool_call>`)
        const place = view.places.find(({ messageIndex }) => messageIndex === 2)
        expect(view.text.slice(place?.start, place?.end)).toContain(said)
      }),
      { numRuns: 40 },
    )
  })

  it('is trained on whole, and says so', () => {
    const view = viewOf('chatml', aRun(), { template: testTemplate('qwen2_5-like') })
    expect(view.trained).toEqual([{ start: 0, end: view.text.length }])
    expect(checkOf(view, 'trained')).toMatchObject({ state: 'warn' })
  })
})
