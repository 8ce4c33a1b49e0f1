/** Variables that stand for the borders of what a template marks as trained on. */
export const GENERATION_OPEN = 'winnow_generation_open'
export const GENERATION_CLOSE = 'winnow_generation_close'

/** The tags of Transformers' own extension. Source: `AssistantTracker` in huggingface/transformers, utils/chat_template_utils.py. */
const TAG = /\{%([-+]?)\s{0,20}(end)?generation\s{0,20}([-+]?)%\}/g

/** Whether a template says what is trained on. */
export function marksGeneration(source: string): boolean {
  TAG.lastIndex = 0
  return TAG.test(source)
}

/**
 * The template with its `{% generation %}` tags, which the library would drop, as blocks that write a variable: white space around them is treated as
 * around any other tag.
 */
export function withGenerationMarks(source: string): string {
  return source.replace(TAG, (_, before: string, end: string | undefined, after: string) => {
    const name = end === undefined ? GENERATION_OPEN : GENERATION_CLOSE
    return `{%${before}if true %}{{ ${name} }}{% endif ${after}%}`
  })
}
