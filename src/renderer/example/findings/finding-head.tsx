import { Tag } from '../../widgets/index.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Finding } from '../types.ts'
import { useRuleTitles } from './use-rule-titles.ts'

const WEIGHTS = { high: '▲ high', medium: '△ medium', low: '▽ low' } as const

/** Which rule speaks, whether it drops the example, how much it weighs and how sure it is, then its sentence. */
export function FindingHead({ finding }: { finding: Finding }) {
  const { titleOf, meaningOf } = useRuleTitles()
  const { rule, version, isDropping, severity, certainty, text } = finding
  return (
    <>
      <span className="finding-marks">
        <b title={`Rule ${rule}, version ${version}. ${meaningOf(finding)}`}>{titleOf(rule)}</b>
        {isDropping && <Tag tone="drop">○ drops it</Tag>}
        <Tag tone={severity === 'high' ? 'unknown' : 'neutral'}>{WEIGHTS[severity]}</Tag>
        <span className="finding-certainty">{certainty}</span>
      </span>
      <span className="finding-text">
        <MarkedText text={text} />
      </span>
    </>
  )
}
