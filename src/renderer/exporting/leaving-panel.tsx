import { TriangleAlert } from 'lucide-react'
import { formatCount, formatPercent } from '../widgets/index.ts'
import { type ExportPreview, type LeavingPart, leavingParts } from './leaving-parts.ts'

/** How many leave and why: who decided each share, the recipe in outline, people filled. */
export function LeavingPanel({ preview }: { preview: ExportPreview }) {
  const parts = leavingParts(preview)
  return (
    <section className="leaving" aria-label="What leaves">
      <div className="leaving-figure">
        <b>{formatCount(preview.leaving)}</b>
        <span className="muted">
          of {formatCount(preview.total)} examples leave, {formatPercent(preview.leaving / preview.total)}
        </span>
      </div>
      <div className="leaving-bar" aria-hidden>
        {parts
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
        <PartList title="Leave" parts={parts.filter((part) => part.leaves)} />
        <PartList title="Stay behind" parts={parts.filter((part) => !part.leaves)} />
      </div>
      {preview.warnings.map((warning) => (
        <Warning key={warning} text={warning} />
      ))}
    </section>
  )
}

function PartList({ title, parts }: { title: string; parts: readonly LeavingPart[] }) {
  return (
    <div>
      <h2>{title}</h2>
      <dl>
        {parts.map((part) => (
          <div key={part.key} className="part">
            <i className={`part-swatch part-${part.key}`} aria-hidden />
            <dt>
              <span className={part.glyph === '●' ? 'part-human' : part.leaves ? 'part-keep' : 'part-drop'} aria-hidden>
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

function Warning({ text }: { text: string }) {
  return (
    <p className="warning">
      <TriangleAlert size={14} aria-hidden />
      {text}
    </p>
  )
}
