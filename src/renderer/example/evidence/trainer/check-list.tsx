import { STATES } from './logic/trainer-words.ts'
import { MessageLink } from './message-link.tsx'
import type { MarkerCheck } from './types.ts'

/** What the marker checks found, each with the way to the messages it is about. */
export function CheckList({ checks, onGo }: { checks: readonly MarkerCheck[]; onGo: (message: number) => void }) {
  return (
    <section aria-label="Marker checks" className="trainer-section">
      <h3>Marker checks</h3>
      <ul className="trainer-checks">
        {toldOnce(checks).map((check) => {
          const { glyph, word, tone } = STATES[check.state]
          return (
            <li key={check.id} data-state={check.state}>
              <span className={`trainer-glyph trainer-${tone}`} aria-hidden>
                {glyph}
              </span>
              <span className="grow">
                <span className="visually-hidden">{word}: </span>
                {check.text}
              </span>
              <MessageLink messages={check.messages} onGo={onGo} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Where a template stopped, all that cannot be told has the same reason: it is told once. */
function toldOnce(checks: readonly MarkerCheck[]): MarkerCheck[] {
  return checks.filter(({ state, text }, at) => state !== 'unknown' || checks.findIndex((other) => other.text === text) === at)
}
