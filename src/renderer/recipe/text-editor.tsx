import { useRef } from 'react'
import { faultOf } from '../state/fault-of.ts'
import { faultLines } from './fault-lines.ts'
import type { RecipeEdit } from './use-recipe-edit.ts'

/** The recipe as its file: line numbers at the left, the lines a fault names marked. */
export function TextEditor({ edit }: { edit: RecipeEdit }) {
  const gutter = useRef<HTMLDivElement>(null)
  const wrong = edit.error ? faultLines(faultOf(edit.error).message) : []
  const lines = edit.text.split('\n').length
  return (
    <div className="text-editor">
      <div ref={gutter} className="text-gutter" aria-hidden>
        {Array.from({ length: lines }, (_, i) => i + 1).map((line) => (
          <span key={line} className={wrong.includes(line) ? 'text-wrong' : ''}>
            {wrong.includes(line) ? `✕ ${line}` : line}
          </span>
        ))}
      </div>
      <textarea
        aria-label="Recipe text, YAML or JSON"
        aria-invalid={wrong.length > 0 || undefined}
        value={edit.text}
        spellCheck={false}
        wrap="off"
        onChange={(event) => edit.onEdit(event.target.value, 'text')}
        onScroll={(event) => gutter.current?.scrollTo({ top: event.currentTarget.scrollTop })}
      />
    </div>
  )
}
