import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '../../../../src/core/export/chat/chat.ts'
import type { TemplateChat } from '../../../../src/core/export/template/chat-template.ts'
import { templateFrom } from '../../../support/templates.ts'

function chatOf(...messages: ChatMessage[]): TemplateChat {
  return { messages, indexes: messages.map((_, place) => place), tools: [], masked: new Set() }
}

function user(content: string): ChatMessage {
  return { role: 'user', content }
}

/** What a template writes of one message of the user. */
function written(text: string, content = 'x'): string {
  return templateFrom(text).render(chatOf(user(content))).text
}

describe('a template is rendered as Python’s Jinja would', () => {
  it.each([
    ['strips only the characters it is told', "{{ messages[0].content.strip('\\n') }}|", '\n a \n', ' a |'],
    ['strips white space as Python sees it', '{{ messages[0].content | trim }}|', '\ufeffa\x1c ', '\ufeffa|'],
    ['writes truth values and nothing as Python does', '{{ true }} {{ none }} {{ not true ~ "" }}', '', 'True None False'],
    ['writes an object as Python does', "{{ {'a': [1, 'b\\'c', none]} }}", '', "{'a': [1, \"b'c\", None]}"],
    [
      'reads methods before keys of that name',
      "{% set x = {'items': 1} %}{% for k, v in x.items() %}{{ k }}={{ v }}{% endfor %}",
      '',
      'items=1',
    ],
    ['drops the line feed behind a block, and blanks before it', 'a\n  {% if true %}\nb\n  {% endif %}\nc', '', 'a\nb\nc'],
    ['takes template syntax in a message for text', '{{ messages[0].content }}', '{{ 7 * 7 }}{% raw %}', '{{ 7 * 7 }}{% raw %}'],
    ['knows no other day than one', "{{ strftime_now('%d %b %Y') }}", '', '26 Jul 2024'],
  ])('%s', (_, template, content, expected) => expect(written(template, content)).toBe(expected))

  it('adds no text to what is none', () => {
    expect(() => written("{{ 'a' + 1 }}")).toThrow('text and a number cannot be added')
  })
})

describe('what is trained on', () => {
  const answers = chatOf(user('a'), { role: 'assistant', content: 'b' }, user('c'), { role: 'assistant', content: 'd' })

  function pieces(text: string, chat = answers): string[] | null {
    const rendered = templateFrom(text).render(chat)
    return rendered.trained?.map(({ start, end }) => rendered.text.slice(start, end)) ?? null
  }

  it('is what the template marks, whatever white space its tags take', () => {
    const marks =
      "{% for m in messages %}[{{ m.role }}]\n{% if m.role == 'assistant' %}\n  {%- generation -%}\n  {{ m.content }}!\n  {%- endgeneration %}\n{% endif %}\n{% endfor %}"
    expect(pieces(marks)).toEqual(['b!', 'd!'])
    expect(pieces(marks, { ...answers, masked: new Set([1]) })).toEqual(['d!'])
  })

  it('is what turns say where loops count', () => {
    expect(
      pieces('{% for i in range(messages | length) %}{% set m = messages[i] %}<{{ m.role }}>{{ m.content }}</s>\n{% endfor %}'),
    ).toEqual(['b</s>', 'd</s>'])
  })

  it('is nobody’s guess where a macro writes all', () => {
    const macro = '{% macro all() %}{% for m in messages %}{{ m.content }}{% endfor %}{% endmacro %}{{ all() }}'
    expect(pieces(macro)).toBeNull()
  })

  it('is placed right when runs hold every private character', () => {
    const all = Array.from({ length: 0x1900 - 1 }, (_, at) => String.fromCharCode(0xe000 + at)).join('')
    expect(
      pieces('{% for m in messages %}<{{ m.role }}>{{ m.content }}.{% endfor %}', chatOf(user(all), { role: 'assistant', content: 'b' })),
    ).toEqual(['b.'])
  })
})

describe('a hostile template', () => {
  it.each([
    [
      'loops without end',
      '{% set n = namespace(x=0) %}{% for a in range(9999) %}{% for b in range(9999) %}{% set n.x = n.x + 1 %}{% endfor %}{% endfor %}',
      /does not come to an end/,
    ],
    [
      'writes gigabytes',
      "{% set n = namespace(x='aaaaaaaa') %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}",
      /more than/,
    ],
    ['makes an endless list', '{% set n = namespace(x=[1]) %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}', /longer than/],
    ['calls itself without end', '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}', /calls itself|not a function/],
    ['asks for a list of a billion numbers', '{% for a in range(1000000000) %}{% endfor %}', /too many numbers/],
  ])('%s and is stopped', (_, template, said) => {
    const { info } = templateFrom(template)
    expect(info.arguments).toBe('neither')
    expect(info.notes.join(' ')).toMatch(said)
  })

  it.each([
    ['is nested too deep', `{{ ${'('.repeat(100_000)}1${')'.repeat(100_000)} }}`, /nested too deep/],
    ['is longer than any', 'a'.repeat(600_000), /600,000 characters/],
    ['is full of blanks', `a${' '.repeat(3_000)}b`, /blanks in a row/],
    ['is not Jinja', '{% if %}', /no chat template Winnow can read/],
  ])('%s and is refused', (_, template, said) => expect(() => templateFrom(template)).toThrow(said))
})
