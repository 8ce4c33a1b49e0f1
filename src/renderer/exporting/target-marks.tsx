import type { Target } from './types.ts'

const SAYS = ['reasoning', 'masks', 'tools'] as const

/** What a format has a place for, and what it cannot do without, each a word with its glyph. */
export function TargetMarks({ target }: { target: Target }) {
  return (
    <span className="target-marks">
      {SAYS.map((name) => (
        <span
          key={name}
          className={target.says[name] ? 'says' : 'says says-not'}
          title={`${target.says[name] ? 'Has a' : 'Has no'} place for ${name}`}
        >
          <i aria-hidden>{target.says[name] ? '✓' : '✕'}</i>
          <span className="visually-hidden">{target.says[name] ? 'says' : 'cannot say'}</span> {name}
        </span>
      ))}
      {target.needsTemplate && <span className="says says-needs">needs a template</span>}
      {target.needsTokenizer && <span className="says says-needs">needs a tokenizer</span>}
      {target.unit === 'pair' && <span className="says says-needs">writes pairs</span>}
    </span>
  )
}
