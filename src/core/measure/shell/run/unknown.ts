/** Stands for text that could not be resolved: no word of a shell ever holds a NUL. */
export const UNKNOWN = '\0'

/** True for text of which a part could not be resolved. */
export function isUnknown(text: string): boolean {
  return text.includes(UNKNOWN)
}
