import { Info } from 'lucide-react'

/** What was done on its own, a sentence a line. */
export function NoteList({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="notes" aria-label="Notes">
      {notes.map((note) => (
        <li key={note}>
          <Info size={13} aria-hidden />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  )
}
