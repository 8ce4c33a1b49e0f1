import { GitMerge, Package, PackageOpen } from 'lucide-react'
import { Button } from '../../widgets/index.ts'
import { openReview } from '../review-view.ts'

/** Working with somebody who is elsewhere: examples go out in a file, decisions come back in one. */
export function PackButtons() {
  return (
    <section className="review-section" aria-labelledby="packs">
      <h2 id="packs">With somebody elsewhere</h2>
      <p className="muted">
        A review pack is one file with examples and the recipe. Their ledger comes back and is merged; nothing is overwritten.
      </p>
      <div className="pack-buttons">
        <Button icon={<Package size={14} aria-hidden />} onClick={() => openReview({ kind: 'write-pack', queue: null })}>
          Write a review pack
        </Button>
        <Button icon={<PackageOpen size={14} aria-hidden />} onClick={() => openReview({ kind: 'open-pack' })}>
          Open a review pack
        </Button>
        <Button icon={<GitMerge size={14} aria-hidden />} onClick={() => openReview({ kind: 'merge' })}>
          Merge a ledger
        </Button>
      </div>
    </section>
  )
}
