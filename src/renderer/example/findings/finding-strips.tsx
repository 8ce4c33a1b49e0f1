import { Kbd } from '../../widgets/index.ts'
import { FindingHead } from './finding-head.tsx'
import { useFoundHere } from './use-findings.ts'
import './findings.css'

/** Findings of a message, pinned to the foot of its card. */
export function FindingStrips({ message }: { message: number }) {
  const { byMessage, pointed, show } = useFoundHere()
  const placed = byMessage.get(message)
  if (!placed) return null
  return (
    <ul className="finding-strips" aria-label={`Findings in message ${message}`}>
      {placed.map(({ finding, index }) => (
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
    </ul>
  )
}
