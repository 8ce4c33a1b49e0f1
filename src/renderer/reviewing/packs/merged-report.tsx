import { Button, DecisionMark, formatCounted } from '../../widgets/index.ts'
import { focusOnMount } from '../focus-on-mount.ts'
import { openReview, showTab } from '../review-view.ts'
import type { Merged } from '../types.ts'
import { useNames } from '../use-names.ts'
import { Figures } from './figures.tsx'

/** Conflicts named at most; all of them are among the disagreements. */
const SHOWN = 20

/** What a merge took in, and where people turned out to differ. */
export function MergedReport({ merged }: { merged: Merged }) {
  const names = useNames([merged.conflicts.slice(0, SHOWN).map(({ exampleId }) => exampleId)])
  const settle = () => {
    openReview(null)
    showTab('disagreements')
  }
  return (
    <section className="merged" aria-label="What was merged">
      <Figures
        label="Entries"
        figures={[
          ['entries read', merged.entries],
          ['added', merged.added],
          ['here already', merged.same],
          ['about examples that are not here', merged.unknown || null],
          ['about rows that changed', merged.stale || null],
        ]}
      />
      <p className="muted">
        {merged.reviewers.map(({ reviewer, entries }) => `${reviewer}: ${formatCounted(entries, 'entry', 'entries')}`).join(' · ')}
      </p>
      {merged.conflicts.length === 0 ? (
        <p>✓ Nobody contradicts anybody.</p>
      ) : (
        <>
          <p>
            <b>{formatCounted(merged.conflicts.length, 'example')} in dispute:</b> both answers stay until somebody settles it.
          </p>
          <ul className="conflicts" aria-label="Conflicts">
            {merged.conflicts.slice(0, SHOWN).map(({ exampleId, here, there }) => (
              <li key={exampleId}>
                <span className="mono cut">{names.get(exampleId) ?? exampleId}</span>
                {[...here, ...there].map((one) => (
                  <span key={`${one.reviewer} ${one.seq} ${one.time}`}>
                    <DecisionMark decision={one.decision} /> {one.reviewer}
                  </span>
                ))}
              </li>
            ))}
            {merged.conflicts.length > SHOWN && <li className="muted">and {merged.conflicts.length - SHOWN} more</li>}
          </ul>
          <div>
            <Button kind="primary" ref={focusOnMount} onClick={settle}>
              Settle them
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
