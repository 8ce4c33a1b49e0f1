import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from '../../../../src/core/export/report/html.ts'

const SIGNS = ['<', '>', '&', '"', "'", '\u202e', '\u0000', '\ud800', 'a', ' ', '\n']

describe('a template of markup', () => {
  it('takes values as text, lists one after the other, and leaves out what is not there', () => {
    expect(html`<p class="${'a"b'}">${'<b>'}${[html`<i>`, 1, null, false]}</p>`.text).toBe('<p class="a&quot;b">&lt;b&gt;<i>1</p>')
  })

  it('lets no text open a tag, close an attribute or turn its direction, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS)), (signs) => {
        const made = html`${signs.join('')}`.text.replaceAll(/<span class="unseen">U\+[0-9A-F]{4}<\/span>/g, '')
        for (const sign of ['<', '>', '"', "'", '\u202e', '\u0000', '\ud800']) expect(made.includes(sign)).toBe(false)
      }),
    )
  })
})
