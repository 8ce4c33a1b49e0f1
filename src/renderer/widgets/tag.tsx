import type { ReactNode } from 'react'

/** What a tag's colour stands for; the text must say it too. */
export type Tone = 'neutral' | 'keep' | 'drop' | 'unknown' | 'human' | 'accent'

/** A short coloured word. */
export function Tag({ tone = 'neutral', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {children}
    </span>
  )
}
