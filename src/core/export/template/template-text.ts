import { createHash } from 'node:crypto'

/** A chat template as it is kept: its text, and the words of its model it may ask for. */
export interface TemplateText {
  /** Of the file or of the model's folder. */
  name: string
  text: string
  /** `bos_token`, `eos_token` and the like, as far as the model's files name them. */
  specials: Record<string, string>
}

/** Hex digits that name a template. */
export const TEMPLATE_DIGITS = 12

/** What a template is called by: digits of the sha256 of its text, with the words of its model behind it where there are any. */
export function templateId({ text, specials }: Pick<TemplateText, 'text' | 'specials'>): string {
  const words = Object.entries(specials).sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(text)
  if (words.length > 0) hash.update(JSON.stringify(words))
  return hash.digest('hex').slice(0, TEMPLATE_DIGITS)
}
