import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChatTemplate } from '../../src/core/export/template/chat-template.ts'
import { makeTemplate } from '../../src/core/export/template/make-template.ts'

/** Where templates lie that were written for tests: each behaves as a well-known one. */
export const templatesFolder = join(import.meta.dirname, 'templates')

/** Their names. */
export const templateNames: readonly string[] = readdirSync(templatesFolder)
  .filter((name) => name.endsWith('.jinja'))
  .map((name) => name.replace('.jinja', ''))

/** One of them, tried. */
export function testTemplate(name: string): ChatTemplate {
  return templateFrom(readFileSync(join(templatesFolder, `${name}.jinja`), 'utf8'), name)
}

/** A template from its text. */
export function templateFrom(text: string, name = 'written'): ChatTemplate {
  return makeTemplate({ name, text, specials: { bos_token: '<｜begin▁of▁sentence｜>' } })
}
