import { formatCounted } from '../../widgets/index.ts'
import type { ReasonLine } from '../logic/reason-lines.ts'

/** What stands behind a reason: evidence, a check that did not come to an end, or the numbers alone. */
export function ReasonMark({ line: { isFault, findings } }: { line: ReasonLine }) {
  if (isFault) return <span className="reason-fault">! could not be asked:</span>
  if (findings.length === 0) return null
  const words = formatCounted(findings.length, 'finding')
  return (
    <span className="reason-found" role="img" aria-label={words} title={words}>
      ▲
    </span>
  )
}
