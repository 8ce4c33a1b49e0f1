import { formatCount, formatPercent } from '../widgets/index.ts'
import { type LeavingPart, leavingParts } from './leaving-parts.ts'
import type { ExportPreview, Plan } from './types.ts'

/** How many may leave and why: who decided each share, the recipe in outline, people filled. */
export function LeavingPanel({ preview, outcome }: { preview: ExportPreview; outcome: Plan['choice']['outcome'] }) {
  const parts = leavingParts(preview, outcome)
  const ordered = [...parts.filter(({ leaves }) => leaves), ...parts.filter(({ leaves }) => !leaves)]
  return (
    <div className="leaving">
      <div className="leaving-figure">
        <b>{formatCount(preview.leaving)}</b>
        <span className="muted">
          of {formatCount(preview.total)} examples may leave, {formatPercent(preview.leaving / preview.total)}
        </span>
      </div>
      <div className="leaving-bar" aria-hidden>
        {ordered
          .filter((part) => part.count > 0)
          .map((part) => (
            <i
              key={part.key}
              className={`part-${part.key}`}
              style={{ flexGrow: part.count }}
              title={`${formatCount(part.count)} ${part.text}`}
            />
          ))}
      </div>
      <div className="leaving-lists">
        <PartList title="May leave" parts={parts.filter((part) => part.leaves)} />
        <PartList title="Stay behind" parts={parts.filter((part) => !part.leaves)} />
      </div>
    </div>
  )
}

function PartList({ title, parts }: { title: string; parts: readonly LeavingPart[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <dl>
        {parts.map((part) => (
          <div key={part.key} className={part.count === 0 ? 'part part-none' : 'part'}>
            <i className={`part-swatch part-${part.key}`} aria-hidden />
            <dt>
              <span className={part.glyph === '●' ? 'part-human' : part.key === 'byRecipe' ? 'part-keep' : 'part-drop'} aria-hidden>
                {part.glyph}
              </span>{' '}
              {part.text}
            </dt>
            <dd className="number">{formatCount(part.count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
