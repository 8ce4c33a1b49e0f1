import { NOTE_KINDS } from './logic/trainer-words.ts'
import { MessageLink } from './message-link.tsx'
import type { TrainerNote } from './types.ts'

/** What the format and the policies do to the example, as the export would list it; nothing when they leave it as it is. */
export function NoteList({ notes, onGo }: { notes: readonly TrainerNote[]; onGo: (message: number) => void }) {
  if (notes.length === 0) return null
  return (
    <section aria-label="What becomes of it" className="trainer-section">
      <h3>What becomes of it</h3>
      <ul className="trainer-checks">
        {notes.map((note) => {
          const { glyph, word, tone } = NOTE_KINDS[note.kind]
          return (
            <li key={`${note.kind} ${note.about} ${note.policy} ${note.text}`}>
              <span className={`trainer-glyph trainer-${tone}`} aria-hidden>
                {glyph}
              </span>
              <span className="grow">
                <span className="visually-hidden">{word}: </span>
                {note.text}
                {note.policy !== null && <span className="mono faint"> {note.policy}</span>}
              </span>
              <MessageLink messages={note.messages} onGo={onGo} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
