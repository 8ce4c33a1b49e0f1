import { Button, formatCount } from '../widgets/index.ts'

/** Says that no group has enough labelled examples for a rate, and offers those there are. */
export function NoRates({ group, least, onShowAll }: { group: string; least: number; onShowAll: () => void }) {
  return (
    <div className="panel-empty">
      <p>
        No {group} here has {formatCount(least)} labelled examples.
      </p>
      {least > 1 && <Button onClick={onShowAll}>Show smaller ones</Button>}
    </div>
  )
}
