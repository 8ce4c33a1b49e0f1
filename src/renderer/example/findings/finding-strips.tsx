import { Kbd } from '../../widgets/index.ts'
import { stripsShown } from '../logic/finding-places.ts'
import { useTrace } from '../trajectory/trace-context.ts'
import { FindingHead } from './finding-head.tsx'
import { useFoundHere } from './use-findings.ts'
import './findings.css'

/** Findings of a message, pinned to the foot of its card. Of many the first stand there, and the one pointed out; the rest unfolds. */
export function FindingStrips({ message }: { message: number }) {
  const { byMessage, pointed, show } = useFoundHere()
  const { opened, open } = useTrace()
  const placed = byMessage.get(message)
  if (!placed) return null
  const key = `${message}/findings`
  const shown = opened.has(key) ? placed : stripsShown(placed, pointed?.index ?? null)
  const folded = placed.length - shown.length
  return (
    <ul className="finding-strips" aria-label={`Findings in message ${message}`}>
      {shown.map(({ finding, index }) => (
        <li key={index}>
          <button
            type="button"
            className="finding-strip"
            aria-current={pointed?.index === index ? 'true' : undefined}
            onClick={() => show(index)}
          >
            <FindingHead finding={finding} />
            {pointed?.index === index && <Kbd keys="Shift+J" />}
          </button>
        </li>
      ))}
      {folded > 0 && (
        <li>
          <button type="button" className="finding-more" onClick={() => open(key)}>
            Show {folded} more findings in this message
          </button>
        </li>
      )}
    </ul>
  )
}
