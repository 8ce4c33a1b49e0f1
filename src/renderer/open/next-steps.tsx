import { Check, Download, Funnel, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { hashOf, type Route } from '../app/route.ts'
import { useReview } from '../app/use-review.ts'
import type { Workspace } from '../state/use-workspace.ts'
import { formatCount } from '../widgets/index.ts'

/** What can be done with what is open, each with where it stands. */
export function NextSteps({ counts }: { counts: Workspace['counts'] }) {
  const review = useReview()
  if (counts.indexed === 0) return null
  return (
    <section className="open-section">
      <h2>Go on with</h2>
      <ul className="next-steps">
        <li>
          <Step to={{ screen: 'browse' }} icon={<Table2 size={16} aria-hidden />} title="Look through them">
            {formatCount(counts.indexed)} indexed, {formatCount(counts.measured)} measured
          </Step>
        </li>
        <li>
          <Step to={{ screen: 'recipe' }} icon={<Funnel size={16} aria-hidden />} title="Change what is kept">
            ○ {formatCount(counts.keep)} keep, ○ {formatCount(counts.drop)} drop
          </Step>
        </li>
        <li>
          <button type="button" className="next-step" onClick={() => void review()}>
            <Check size={16} aria-hidden />
            <b>Decide one by one</b>
            <span>● {formatCount(counts.decided)} decided by people</span>
          </button>
        </li>
        <li>
          <Step to={{ screen: 'export' }} icon={<Download size={16} aria-hidden />} title="Write the dataset">
            What leaves, why, and where to
          </Step>
        </li>
      </ul>
    </section>
  )
}

function Step({ to, icon, title, children }: { to: Route; icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <a className="next-step" href={hashOf(to)}>
      {icon}
      <b>{title}</b>
      <span>{children}</span>
    </a>
  )
}
