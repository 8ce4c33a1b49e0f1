import { CircleCheck, TriangleAlert } from 'lucide-react'
import { formatCounted } from '../../widgets/index.ts'
import { ShareBars } from './share-bars.tsx'
import type { Preview, Splits } from './types.ts'

type Table = NonNullable<Preview['splits']>

const JOINED = { instance: 'instance', patch: 'patch', duplicates: 'group of near-duplicates' }

/** How many examples and groups each split has, what was put together for it, and what was checked. */
export function SplitTable({ splits, shares }: { splits: Table; shares: Splits['shares'] }) {
  return (
    <div className="plan-rows">
      <ShareBars
        caption="Shares of the splits, wanted and got"
        noun="Split"
        bars={splits.rows.map(({ split, examples, groups, share }) => ({
          key: split,
          label: `${split}, ${formatCounted(groups, 'group')}`,
          examples,
          share,
          wanted: shares[split],
        }))}
      />
      {splits.joined
        .filter(({ groups }) => groups > 0)
        .map(({ by, groups }) => (
          <p key={by} className="plan-none">
            {formatCounted(groups, JOINED[by], by === 'patch' ? 'patches' : undefined)} would be in two splits and{' '}
            {groups === 1 ? 'is' : 'are'} kept in one.
          </p>
        ))}
      {splits.without > 0 && <p className="plan-none">{formatCounted(splits.without, 'example')} without a time stay out.</p>}
      <LeakCheck leaks={splits.leaks} />
    </div>
  )
}

function LeakCheck({ leaks }: { leaks: Table['leaks'] }) {
  if (leaks.length === 0) {
    return (
      <p className="plan-check">
        <CircleCheck size={14} aria-hidden />
        Checked over all that leaves: no instance, no patch and no near-duplicate is in two splits.
      </p>
    )
  }
  return (
    <p className="warning" role="alert">
      <TriangleAlert size={14} aria-hidden />
      {formatCounted(leaks.length, 'group')} in two splits, such as the {leaks[0]?.by} of {leaks[0]?.key}. Do not train on this.
    </p>
  )
}
