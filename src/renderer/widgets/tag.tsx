import type { ReactNode } from 'react'

/** What a tag's colour stands for; the text must say it too. */
export type Tone = 'neutral' | 'keep' | 'drop' | 'unknown' | 'human' | 'accent'

/** A short coloured word. A glyph before it is drawn by the style sheet: it costs no element and is not read out. */
export function Tag({ tone = 'neutral', glyph, title, children }: { tone?: Tone; glyph?: string; title?: string; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`} data-glyph={glyph} title={title}>
      {children}
    </span>
  )
}
