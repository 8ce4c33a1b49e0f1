import { isJsonObject, type Json } from '#record'

/**
 * The text of a message's content by the seed tutorial's rule: null is '', a list is its blocks' `text` or `content` joined by line feeds
 * with empty ones left out, any other value is written out.
 */
export function textOf(content: Json | undefined): string {
  if (content === null || content === undefined) return ''
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map(textOfBlock).filter(Boolean).join('\n')
  return writtenOut(content)
}

/** True when {@link textOf} keeps all there is: plain text, or blocks of nothing but text. */
export function isPlainText(content: Json | undefined): boolean {
  if (content === null || content === undefined || typeof content === 'string') return true
  return Array.isArray(content) && content.every(isTextBlock)
}

function textOfBlock(block: Json): string {
  if (typeof block === 'string') return block
  if (!isJsonObject(block)) return ''
  const inner = block.text || block.content || ''
  return typeof inner === 'string' ? inner : textOf(inner)
}

function isTextBlock(block: Json): boolean {
  if (typeof block === 'string') return true
  return isJsonObject(block) && typeof block.text === 'string' && Object.keys(block).every((key) => key === 'type' || key === 'text')
}

/** Python's `str` where it is cheap to follow; containers as JSON. */
function writtenOut(value: Json): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
