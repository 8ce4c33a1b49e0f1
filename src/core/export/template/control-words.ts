/** Words that look like the ones models part messages with: `<|im_end|>`, DeepSeek's in full-width bars, `[INST]`, `</s>`, `<start_of_turn>`. */
const WORDS = /<\|[^|<>\s]{1,60}\|>|<｜[^｜<>\s]{1,60}｜>|<\/?s>|<(?:start|end)_of_turn>|\[\/?[A-Z_]{2,30}\]/g

/** The words of that kind that a template has, and the special ones of its model; longest first. */
export function controlWordsOf(source: string, specials: Readonly<Record<string, string>>): string[] {
  const words = new Set([...(source.match(WORDS) ?? []), ...Object.values(specials)].filter((word) => word.length > 2))
  return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}
