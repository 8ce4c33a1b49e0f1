/** What opens and closes reasoning in a turn's text, with the line feeds that Qwen3's template and LLaMA-Factory's `thought_words` have. */
const OPEN = '<think>\n'
const CLOSE = '\n</think>\n\n'

/** Reasoning in front of the text that came of it. */
export function thinkText(reasoning: string, content: string): string {
  return `${OPEN}${reasoning}${CLOSE}${content}`
}
